import { readCoverageMap } from '#lib/server/coverage/coverage-map.ts';
import { renderPng } from '#lib/server/map/render-png.ts';
import { fileResponse } from '#lib/server/view/read-map-file.ts';
import type { RequestHandler } from './$types';

/** Pixels; enough for a page on paper. */
const WIDTH = 1_600;

/** Public. The same map as an image. */
export const GET: RequestHandler = async ({ url }) => {
	const map = await readCoverageMap(url);
	return fileResponse(map, Uint8Array.from(renderPng(map.svg, WIDTH)), 'png', 'image/png');
};
