/** A drawing of our own server, as an element of this page; throws when the text is none. */
export function readSvg(text: string): SVGSVGElement {
	const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
	const svg = document.importNode(documentElement, true);
	if (!(svg instanceof SVGSVGElement)) throw new Error('The map is not an SVG');
	return svg;
}
