import { readCoverageMap } from '#lib/server/figures/coverage/coverage-map.ts';
import { getPainter } from '#lib/server/platform/painter/painter.ts';
import { fileResponse } from '#lib/server/figures/map-page/read-map-file.ts';
import type { RequestHandler } from './$types';

/** Pixels; enough for a page on paper. */
const WIDTH = 1_600;

/** Public. The same map as an image. */
export const GET: RequestHandler = async ({ url }) => {
	const map = await readCoverageMap(url);
	const png = await getPainter().paint(map.svg, WIDTH);
	return fileResponse(map, png, 'png', 'image/png');
};
