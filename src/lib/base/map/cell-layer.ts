import type * as Leaflet from 'leaflet';
import { atRest } from './at-rest.ts';
import { isShown } from './layers.ts';
import { cellAttributes } from './patterns.ts';
import { boundsOf, frame, unproject } from './projection.ts';
import { writeProvinceTexts } from './province-texts.ts';
import { rovingFocus } from './roving-focus.ts';
import type { Tip } from './tip.ts';
import type { RolloutMapProps } from './types.ts';

export interface CellLayer {
	/**
	 * Repaints, renames and relinks the cells for another date, measure or layer. What nobody sees, the
	 * addresses, follows when it is over, or when somebody comes to the map.
	 */
	update(props: RolloutMapProps): void;
	/** Degrees that a province covers; the whole country for null or an unknown one. */
	boundsOfProvince(code: string | null): Leaflet.LatLngBounds;
	destroy(): void;
}

/**
 * Takes over the SVG that the server drew: it becomes a layer of the map, and its cells keep their
 * links and get arrow keys, one tab stop and a tip that says what the place is.
 */
export function addCellLayer(
	L: typeof Leaflet,
	map: Leaflet.Map,
	svg: SVGSVGElement,
	tip: Tip
): CellLayer {
	const whole = toLatLngBounds(L, frame);
	const focused = svg.contains(document.activeElement) ? document.activeElement : null;
	// The server may have drawn a province; what lies around it is there as well.
	svg.setAttribute('viewBox', `0 0 ${frame.maxX} ${frame.maxY}`);
	L.svgOverlay(svg, whole, { interactive: true }).addTo(map);
	if (focused instanceof SVGElement) focused.focus({ preventScroll: true });
	svg.querySelector('.map-points')?.remove();
	const mark = addMark(svg);
	let anchors = nameCells(svg);
	let lastTapped: Element | undefined;
	/** What each cell shows now; a step in time changes few of them. */
	const painted = new Map<string, string>();
	let written: string | undefined;

	const roving = rovingFocus(
		svg,
		map.getContainer(),
		() => [...anchors.values()].map((element) => ({ element, ...middleOf(element) })),
		({ element }) => {
			if (element.matches(':focus-visible'))
				map.panInside(centreOf(L, element), { padding: [60, 60] });
			point(element);
		}
	);

	function point(anchor: Element) {
		mark.setAttribute('d', anchor.querySelector('path')?.getAttribute('d') ?? '');
		tip.show(anchor.getAttribute('aria-label') ?? '', topOf(L, anchor));
	}
	function unpoint() {
		mark.setAttribute('d', '');
		tip.hide();
	}
	const cellOf = (event: Event) =>
		event.target instanceof Element
			? (event.target.closest('a[data-code]') ?? undefined)
			: undefined;
	function onPointerOver(event: PointerEvent) {
		const cell = cellOf(event);
		if (cell && event.pointerType !== 'touch') point(cell);
	}
	function onPointerOut(event: PointerEvent) {
		if (event.pointerType !== 'touch') unpoint();
	}
	/** The first tap on a cell says what it is, the second opens it. */
	function onClick(event: MouseEvent) {
		const cell = cellOf(event);
		const byTouch = event instanceof PointerEvent && event.pointerType === 'touch';
		if (!cell || !byTouch || cell === lastTapped) return;
		event.preventDefault();
		event.stopPropagation();
		lastTapped = cell;
		point(cell);
	}
	const keepFine = () => keepTexturesFine(svg);
	const relink = atRest(REST_MS, ({ cells, links }: RolloutMapProps) => {
		for (const { code } of cells) {
			const anchor = anchors.get(code);
			if (anchor) setAttributes(anchor, { href: links.cell(code) });
		}
		keepFine();
	});

	for (const sign of BEFORE_USE) svg.addEventListener(sign, relink.now, { capture: true });
	svg.addEventListener('pointerover', onPointerOver);
	svg.addEventListener('pointerout', onPointerOut);
	svg.addEventListener('focusout', unpoint);
	svg.addEventListener('click', onClick, { capture: true });
	map.on('zoomend', keepFine);
	roving.refresh();

	return {
		update(props) {
			const { cells, provinces = [], layers, selected } = props;
			const isNew = painted.size === 0 || !svg.contains(mark);
			if (isNew) {
				svg.append(mark);
				anchors = nameCells(svg);
				painted.clear();
				written = undefined;
			}
			for (const cell of cells) {
				const shown = cell.cls && isShown(cell.cls, layers) ? cell.cls : undefined;
				const look = `${shown} ${cell.label}`;
				if (painted.get(cell.code) === look) continue;
				painted.set(cell.code, look);
				const anchor = anchors.get(cell.code);
				const path = anchor?.querySelector('path');
				if (!anchor || !path) continue;
				setAttributes(path, cellAttributes(svg.id, shown, 'classes'));
				anchor.setAttribute('aria-label', cell.label);
			}
			const texts = JSON.stringify(provinces);
			if (texts !== written) {
				const isFirst = writeProvinceTexts(svg, provinces) === 'first';
				if (isNew || isFirst) keepFine();
			}
			written = texts;
			if (isNew) roving.refresh();
			relink.soon(props);
			const chosen = selected ? anchors.get(selected) : undefined;
			if (chosen) {
				map.panInside(centreOf(L, chosen), { padding: [60, 60] });
				point(chosen);
			}
		},
		boundsOfProvince(code) {
			const outline = code && svg.querySelector(`[data-province="${CSS.escape(code)}"]`);
			return outline instanceof SVGGraphicsElement ? boundsInUnits(L, outline.getBBox()) : whole;
		},
		destroy() {
			relink.stop();
			for (const sign of BEFORE_USE) svg.removeEventListener(sign, relink.now, { capture: true });
			roving.destroy();
			svg.removeEventListener('pointerover', onPointerOver);
			svg.removeEventListener('pointerout', onPointerOut);
			svg.removeEventListener('focusout', unpoint);
			svg.removeEventListener('click', onClick, { capture: true });
			map.off('zoomend', keepFine);
		}
	};
}

/** Longer than between two steps of who plays, so that the map is not painted twice for each. */
const REST_MS = 600;

/** A link is not followed, opened elsewhere or copied without one of these first. */
const BEFORE_USE = ['pointerover', 'pointerdown', 'focusin', 'click'] as const;

/** The outline of the place pointed at, above all cells so that its whole border shows. */
function addMark(svg: SVGSVGElement): SVGPathElement {
	const mark = document.createElementNS('http://www.w3.org/2000/svg', 'path');
	mark.setAttribute('class', 'map-pointed');
	mark.setAttribute('d', '');
	svg.append(mark);
	return mark;
}

/** Cells by code. Their titles become names, or the browser's tip would show beside ours. */
function nameCells(svg: SVGSVGElement): Map<string, SVGAElement> {
	const anchors = [...svg.querySelectorAll<SVGAElement>('a[data-code]')];
	for (const anchor of anchors) {
		const title = anchor.querySelector('title');
		if (title) anchor.setAttribute('aria-label', title.textContent ?? '');
		title?.remove();
	}
	return new Map(anchors.map((anchor) => [anchor.dataset.code ?? '', anchor]));
}

/** Textures stay as fine on the screen as they were when the whole country was shown. */
function keepTexturesFine(svg: SVGSVGElement): void {
	const stage = svg.closest('.leaflet-container');
	const width = svg.getBoundingClientRect().width;
	if (!stage || width === 0) return;
	const scale = Math.min(1, stage.getBoundingClientRect().width / width);
	const transform = `scale(${scale.toFixed(3)})`;
	for (const pattern of svg.querySelectorAll('pattern')) {
		setWhenOther(pattern, 'patternTransform', transform);
	}
	const texts = svg.querySelector('.map-province-texts');
	if (texts) setWhenOther(texts, 'font-size', String(20 * scale));
}

/** The same value again would have the whole map painted again. */
function setWhenOther(element: Element, name: string, value: string): void {
	if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function setAttributes(element: Element, attributes: Record<string, string | undefined>): void {
	for (const [name, value] of Object.entries(attributes)) {
		if (value === undefined) element.removeAttribute(name);
		else element.setAttribute(name, value);
	}
	if (!('fill' in attributes) && element instanceof SVGPathElement) element.removeAttribute('fill');
}

function middleOf(element: Element) {
	const box = element.getBoundingClientRect();
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export function centreOf(L: typeof Leaflet, anchor: Element): Leaflet.LatLng {
	return boundsInUnits(L, boxOf(anchor)).getCenter();
}

function topOf(L: typeof Leaflet, anchor: Element): Leaflet.LatLng {
	const box = boxOf(anchor);
	const [lon, lat] = unproject(box.x + box.width / 2, box.y);
	return L.latLng(lat, lon);
}

const boxOf = (anchor: Element) =>
	anchor instanceof SVGGraphicsElement ? anchor.getBBox() : new DOMRect();

const boundsInUnits = (L: typeof Leaflet, box: DOMRect) =>
	toLatLngBounds(L, {
		minX: box.x,
		minY: box.y,
		maxX: box.x + box.width,
		maxY: box.y + box.height
	});

function toLatLngBounds(
	L: typeof Leaflet,
	box: Parameters<typeof boundsOf>[0]
): Leaflet.LatLngBounds {
	const { west, south, east, north } = boundsOf(box);
	return L.latLngBounds([south, west], [north, east]);
}
