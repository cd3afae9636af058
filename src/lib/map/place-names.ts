import type * as Leaflet from 'leaflet';
import { unproject } from './projection.ts';

/** So much closer than the whole country (in zooms) the names of municipalities appear. */
const CLOSER = 1;
/** Room of a name in pixels. */
const LINE = 16;
const LETTER = 7;

interface Name {
	text: string;
	at: Leaflet.LatLng;
	/** The area of its municipality: where room is scarce the large come first. */
	size: number;
}

/** Rectangles on the screen that do not cover each other, in the order given; true for each that fits. */
export function fitNames(names: readonly { x: number; y: number; text: string }[]): boolean[] {
	const taken: { x: number; y: number; half: number }[] = [];
	return names.map(({ x, y, text }) => {
		const half = (text.length * LETTER) / 2;
		const isFree = taken.every(
			(other) => Math.abs(other.y - y) >= LINE || Math.abs(other.x - x) >= other.half + half
		);
		if (isFree) taken.push({ x, y, half });
		return isFree;
	});
}

/**
 * Writes the names of municipalities on the map once one has zoomed in, as many as have room. They
 * are only for the eye: each cell is named already.
 */
export function addPlaceNames(L: typeof Leaflet, map: Leaflet.Map, svg: SVGSVGElement): () => void {
	const layer = L.layerGroup().addTo(map);
	const pane = map.createPane('placeNames');
	pane.classList.add('map-names');
	pane.setAttribute('aria-hidden', 'true');

	function refresh() {
		layer.clearLayers();
		if (map.getZoom() < map.getMinZoom() + 0.5 + CLOSER) return;
		const view = map.getBounds().pad(0.1);
		const names = namesIn(L, svg)
			.filter(({ at }) => view.contains(at))
			.sort((a, b) => b.size - a.size);
		const fits = fitNames(
			names.map(({ text, at }) => ({ ...pixelsOf(map.latLngToContainerPoint(at)), text }))
		);
		names.forEach(({ text, at }, index) => {
			if (!fits[index]) return;
			const content = document.createElement('span');
			content.textContent = text;
			const icon = L.divIcon({ html: content, className: 'map-name', iconSize: [0, 0] });
			L.marker(at, { icon, pane: 'placeNames', interactive: false, keyboard: false }).addTo(layer);
		});
	}
	map.on('zoomend moveend', refresh);
	return () => void map.off('zoomend moveend', refresh);
}

const pixelsOf = ({ x, y }: Leaflet.Point) => ({ x, y });

/** The names of the cells that are drawn now: their labels begin with it. */
function namesIn(L: typeof Leaflet, svg: SVGSVGElement): Name[] {
	return [...svg.querySelectorAll<SVGAElement>('a[data-code]')].map((anchor) => {
		const { x, y, width, height } = anchor.getBBox();
		const [lon, lat] = unproject(x + width / 2, y + height / 2);
		const text = (anchor.getAttribute('aria-label') ?? '').split(/ \(|: /)[0] ?? '';
		return { text, at: L.latLng(lat, lon), size: width * height };
	});
}
