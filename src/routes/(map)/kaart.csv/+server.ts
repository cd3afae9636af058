import { listCsv } from '#lib/server/view/list-csv.ts';
import { fileResponse, readMapFile } from '#lib/server/view/read-map-file.ts';
import type { RequestHandler } from './$types';

/** Public. The list of a view as a table, all pages of it. */
export const GET: RequestHandler = async ({ url }) => {
	const file = await readMapFile(url);
	const parts = listCsv(file);
	// The first part is read before anything is sent, so that what goes wrong is still told.
	const first = await parts.next();
	const text = ReadableStream.from(prepend(first.value ?? '', parts));
	return fileResponse(
		file,
		text.pipeThrough(new TextEncoderStream()),
		'csv',
		'text/csv; charset=utf-8'
	);
};

async function* prepend(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
	yield first;
	yield* rest;
}
