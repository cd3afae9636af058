import type { Handle } from '@sveltejs/kit';
import { mapToken } from '#lib/base/map/token.ts';

/** Puts the SVG that a load function left in `locals.mapSvg` in the place of the page's map token. */
export const inlineMapSvg: Handle = ({ event, resolve }) =>
	resolve(event, { transformPageChunk: ({ html }) => putMapInPage(html, event.locals.mapSvg) });

/**
 * The page with the map in it; unchanged when there is no map. Throws on an SVG with a comment,
 * because Svelte ends the content of `{@html}` at the first empty one.
 */
export function putMapInPage(html: string, svg: string | undefined): string {
	if (svg === undefined) return html;
	if (svg.includes('<!--')) throw new Error('The SVG of the map may not contain a comment');
	return html.replace(mapToken, () => svg);
}
