/** The files of the build that a page names. */
export const filesOf = (html: string): string[] => [
	...new Set(html.match(/\/_app\/immutable\/[\w./-]+\.(?:js|css)\b/g))
];

/**
 * The page with the moment at which it was kept on its `html` element, where its own script reads it
 * and says it. Within the body a browser would take it for a part of the page that is not the server's.
 */
export const markKept = (html: string, keptAt: number): string =>
	html.replace('<html', `<html data-kept-at="${new Date(keptAt).toISOString()}"`);
