import { streamListCsv } from '#lib/server/figures/map-page/list-csv.ts';
import { fileResponse, readMapFile } from '#lib/server/figures/map-page/read-map-file.ts';
import type { RequestHandler } from './$types';

/** Public. The list of a view as a table, all pages of it. */
export const GET: RequestHandler = async ({ url }) => {
	const file = await readMapFile(url);
	const text = await streamListCsv(file);
	const bytes = text.pipeThrough(new TextEncoderStream());
	return fileResponse(file, bytes, 'csv', 'text/csv; charset=utf-8');
};
