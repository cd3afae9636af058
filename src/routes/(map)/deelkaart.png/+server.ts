import { CARD } from '#lib/base/map/draw-card.ts';
import { drawCardOf } from '#lib/server/figures/map-page/card.ts';
import { readMapFile } from '#lib/server/figures/map-page/read-map-file.ts';
import { getPainter } from '#lib/server/platform/painter/painter.ts';
import type { RequestHandler } from './$types';

/** Public. The picture that other sites show where somebody shares a link to a view of the map. */
export const GET: RequestHandler = async ({ url }) => {
	const png = await getPainter().paint(drawCardOf(await readMapFile(url)), CARD.width);
	return new Response(png, { headers: { 'content-type': 'image/png' } });
};
