import { frame } from './projection.ts';

/**
 * Puts a drawing of what is on the screen in `paper` while the page is printed: Leaflet does not lay
 * itself out again for a sheet. Returns a function that stops it.
 */
export function drawForPaper(stage: HTMLElement, paper: HTMLElement): () => void {
	const onBefore = () => paper.replaceChildren(paperCopy(stage) ?? '');
	const onAfter = () => paper.replaceChildren();
	addEventListener('beforeprint', onBefore);
	addEventListener('afterprint', onAfter);
	return () => {
		onAfter();
		removeEventListener('beforeprint', onBefore);
		removeEventListener('afterprint', onAfter);
	};
}

/** The drawing with its markers, in any size that it is given; null while nothing is drawn. */
function paperCopy(stage: HTMLElement): SVGSVGElement | null {
	const drawing = stage.querySelector<SVGSVGElement>('.map-drawing');
	const whole = drawing?.getBoundingClientRect();
	if (!drawing || !whole || whole.width === 0) return null;
	const copy = withOwnIds(drawing);
	const units = frame.maxX / whole.width;
	/** A box on the screen in the units of the drawing. */
	const inUnits = ({ left, top, width, height }: DOMRect) =>
		[left - whole.left, top - whole.top, width, height].map((pixels) => pixels * units);
	copy.removeAttribute('style');
	copy.setAttribute('viewBox', inUnits(stage.getBoundingClientRect()).join(' '));
	copy.querySelector('.map-pointed')?.remove();
	copy.append(markers(stage, inUnits));
	return copy;
}

/** A pattern in the copy must not be that of the drawing on the screen, which paper hides. */
function withOwnIds(drawing: SVGSVGElement): SVGSVGElement {
	const copy = document.createElementNS(drawing.namespaceURI ?? '', 'svg');
	if (!(copy instanceof SVGSVGElement)) return drawing;
	copy.setAttribute('class', drawing.getAttribute('class') ?? '');
	copy.innerHTML = drawing.innerHTML
		.replaceAll(`"${drawing.id}-`, `"${drawing.id}-paper-`)
		.replaceAll(`#${drawing.id}-`, `#${drawing.id}-paper-`);
	return copy;
}

function markers(stage: HTMLElement, inUnits: (box: DOMRect) => number[]): SVGGElement {
	const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
	group.setAttribute('class', 'map-points cluster');
	for (const icon of stage.querySelectorAll<SVGSVGElement>('.map-marker svg')) {
		const box = icon.getBoundingClientRect();
		const copy = document.importNode(icon, true);
		const [x = 0, y = 0, width = 0, height = 0] = inUnits(box);
		const place = { x, y, width, height, viewBox: `0 0 ${box.width} ${box.height}` };
		for (const [name, value] of Object.entries({ ...place, overflow: 'visible' })) {
			copy.setAttribute(name, String(value));
		}
		group.append(copy);
	}
	return group;
}
