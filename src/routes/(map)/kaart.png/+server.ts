import { getPainter } from '#lib/server/platform/painter/painter.ts';
import { drawPictureOf } from '#lib/server/figures/map-page/picture.ts';
import { fileResponse, readMapFile } from '#lib/server/figures/map-page/read-map-file.ts';
import type { RequestHandler } from './$types';

/** Pixels; enough for a page on paper. */
const WIDTH = 1_600;

/** Public. The map of a view as an image, with dates, legend and source in it. */
export const GET: RequestHandler = async ({ url }) => {
	const file = await readMapFile(url);
	const png = await getPainter().paint(drawPictureOf(file), WIDTH);
	return fileResponse(file, png, 'png', 'image/png');
};
