import { drawChanges } from '#lib/server/compare/draw-changes.ts';
import { fileResponse, readMapFile } from '#lib/server/view/read-map-file.ts';
import { readComparisonOf } from '#lib/server/compare/read-comparison.ts';
import type { RequestHandler } from './$types';

/** Public. The map of what changed: municipalities and points that are otherwise than before. */
export const GET: RequestHandler = async ({ url }) => {
	const file = await readMapFile(url);
	const { comparison } = await readComparisonOf(file.db, url.searchParams);
	const svg = await drawChanges(file, comparison);
	return fileResponse(file, svg, 'svg', 'image/svg+xml; charset=utf-8');
};
