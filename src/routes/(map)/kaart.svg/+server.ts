import { drawView } from '#lib/server/figures/map-page/draw-view.ts';
import { drawPictureOf } from '#lib/server/figures/map-page/picture.ts';
import { fileResponse, readMapFile } from '#lib/server/figures/map-page/read-map-file.ts';
import type { RequestHandler } from './$types';

/**
 * Public. The map of a view as a picture that stands on its own; with `fragment=1` the bare drawing
 * that the page puts in its place when the borders are those of another year.
 */
export const GET: RequestHandler = async ({ url }) => {
	const file = await readMapFile(url);
	if (url.searchParams.get('fragment') === '1') {
		const svg = drawView(file.standings, file.content, file.view, file.today);
		return new Response(svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
	}
	return fileResponse(file, drawPictureOf(file), 'svg', 'image/svg+xml; charset=utf-8');
};
