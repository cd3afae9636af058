import type { MapProvince } from './types.ts';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Prints the texts of provinces on a drawing that the browser has taken over, each where the server
 * said that its label belongs. Texts that were there go, and those after them are as large; tells
 * when there were none.
 */
export function writeProvinceTexts(
	svg: SVGSVGElement,
	provinces: readonly Pick<MapProvince, 'code' | 'text'>[]
): 'first' | 'more' | 'none' {
	const before = svg.querySelector('.map-province-texts');
	before?.remove();
	const labels = provinces.flatMap(({ code, text }) => {
		const outline = svg.querySelector<SVGElement>(`[data-province="${CSS.escape(code)}"]`);
		const [x, y] = (outline?.dataset.label ?? '').split(' ');
		if (!text || !x || !y) return [];
		const label = document.createElementNS(SVG, 'text');
		label.setAttribute('x', x);
		label.setAttribute('y', y);
		label.setAttribute('text-anchor', 'middle');
		label.setAttribute('dominant-baseline', 'central');
		label.textContent = text;
		return [label];
	});
	if (labels.length === 0) return 'none';
	const group = document.createElementNS(SVG, 'g');
	group.setAttribute('class', 'map-province-texts');
	group.setAttribute('font-size', before?.getAttribute('font-size') ?? '20');
	group.setAttribute('font-weight', 'bold');
	group.setAttribute('paint-order', 'stroke');
	group.append(...labels);
	svg.append(group);
	return before ? 'more' : 'first';
}
