import { readCoverageMap } from '#lib/server/figures/coverage/coverage-map.ts';
import { fileResponse } from '#lib/server/figures/map-page/read-map-file.ts';
import type { RequestHandler } from './$types';

/** Public. The map of the white spots; a what-if says in it that it is one. */
export const GET: RequestHandler = async ({ url }) => {
	const map = await readCoverageMap(url);
	return fileResponse(map, map.svg, 'svg', 'image/svg+xml; charset=utf-8');
};
