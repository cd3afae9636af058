import { compareParams } from '#lib/figures/compare/query.ts';
import type { Comparison } from '#lib/figures/compare/types.ts';
import { drawChanges } from '#lib/server/figures/compare/draw-changes.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { fileResponse, readMapFile } from '#lib/server/figures/map-page/read-map-file.ts';
import { comparePage } from '#lib/server/figures/compare/page.ts';
import type { RequestHandler } from './$types';

/** Public. The map of what changed: municipalities and points that are otherwise than before. */
export const GET: RequestHandler = async ({ url }) => {
	const { comparison } = await comparePage.read(getDb(), url.searchParams);
	const file = await readMapFile(forward(url, comparison));
	const svg = await drawChanges(file, comparison);
	return fileResponse(file, svg, 'svg', 'image/svg+xml; charset=utf-8');
};

/** The address of the same comparison with the later situation as the one that is drawn. */
function forward(url: URL, { view, before, today, turned }: Comparison): URL {
	if (!turned) return url;
	const turnedUrl = new URL(url);
	turnedUrl.search = compareParams(view, before, today).toString();
	return turnedUrl;
}
