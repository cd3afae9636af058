import type * as Leaflet from 'leaflet';
import { addCellLayer, centreOf } from './cell-layer.ts';
import { loadLeaflet } from './load-leaflet.ts';
import type { MapPlace } from './map-place.ts';
import { leavePageScroll } from './page-scroll.ts';
import { drawForPaper } from './paper-copy.ts';
import { addPlaceNames } from './place-names.ts';
import { addPointLayer } from './point-layer.ts';
import { readSvg } from './read-svg.ts';
import { createTip } from './tip.ts';
import type { RolloutMapProps } from './types.ts';
import { escapeXml } from './xml.ts';

/** What the component can ask of a map that has been taken over. */
export interface LeafletMap {
	/** Shows another date, measure, layer, province or choice; fetches the SVG of other boundaries. */
	update(props: RolloutMapProps): Promise<void>;
	zoomIn(): void;
	zoomOut(): void;
	showCountry(): void;
	destroy(): void;
}

export interface MapParts {
	/** Where Leaflet draws. */
	stage: HTMLElement;
	/** Where the SVG of the server lies; empty when the page was opened by the browser's router. */
	server: HTMLElement;
	/** Where a drawing for paper goes while the page is printed. */
	paper: HTMLElement;
	hint(kind: 'wheel' | 'touch'): void;
	/** Told where the map looks after each move by the reader; `whole` when that is the first view. */
	moved(place: MapPlace, whole: boolean): void;
	/** The place that the address asks for. */
	place: MapPlace | null;
}

/**
 * Makes a Leaflet map of the SVG that the server drew: nothing is downloaded twice, cells keep their
 * links and names. Call `update` next. Leaflet is only imported here, in the browser.
 */
export async function takeOverMap(parts: MapParts, first: RolloutMapProps): Promise<LeafletMap> {
	const { stage, server } = parts;
	const [svg, L] = await Promise.all([
		server.querySelector<SVGSVGElement>('svg') ?? fetchSvg(first.svgHref),
		importLeaflet()
	]);
	const held = svg.querySelector<SVGAElement>('a[data-point]:focus');
	const heldPlace = held && centreOf(L, held);
	const animate = !matchMedia('(prefers-reduced-motion: reduce)').matches;
	const map = L.map(stage, {
		attributionControl: false,
		zoomControl: false,
		keyboard: false,
		scrollWheelZoom: false,
		// Fractions of a zoom, so that the first view is exactly what the server drew.
		zoomSnap: 0,
		zoomDelta: 1,
		maxZoom: 12,
		zoomAnimation: animate,
		fadeAnimation: animate,
		markerZoomAnimation: animate,
		inertia: animate
	});
	const tip = createTip(L, map);
	map.setView([52.2, 5.3], 6);
	const cells = addCellLayer(L, map, svg, tip);
	const country = cells.boundsOfProvince(null);
	map.fitBounds(country, { animate: false });
	map.setMinZoom(map.getZoom() - 0.5).setMaxBounds(country.pad(0.4));
	if (first.tiles) addBackground(L, map, first.tiles);
	const names = addPlaceNames(L, map, svg);
	const points = addPointLayer(L, map, first, tip, animate);
	if (heldPlace) points.focusAt(heldPlace);
	const stopScroll = leavePageScroll(map, parts.hint);
	const stopPaper = drawForPaper(stage, parts.paper);
	const stopKeys = listenToKeys(map, tip);
	const stopClicks = ignoreClicksAfterDrag(map);
	const stopMoves = tellMoves(map, country, parts.moved);
	let shown: RolloutMapProps | undefined;

	async function update(props: RolloutMapProps) {
		const before = shown;
		shown = props;
		if (svg.dataset.boundaries !== String(props.boundarySet))
			await replaceDrawing(svg, props, () => shown);
		if (shown !== props) return;
		cells.update(props);
		points.update(props);
		names.update(props);
		if (!before && parts.place) {
			map.setView([parts.place.lat, parts.place.lon], parts.place.zoom, { animate: false });
		} else if (before?.province !== props.province) {
			map.fitBounds(cells.boundsOfProvince(props.province), { animate: animate && !!before });
		}
	}

	return {
		update,
		zoomIn: () => void map.zoomIn(),
		zoomOut: () => void map.zoomOut(),
		showCountry: () => void map.fitBounds(country),
		destroy() {
			stopScroll();
			stopPaper();
			stopKeys();
			stopClicks();
			stopMoves();
			names.destroy();
			points.destroy();
			cells.destroy();
			map.remove();
		}
	};
}

/** A map of somebody else below the areas, which let it through (map-stage.css), with whose it is. */
function addBackground(
	L: typeof Leaflet,
	map: Leaflet.Map,
	{ url, attribution }: NonNullable<RolloutMapProps['tiles']>
): void {
	map.getContainer().classList.add('has-tiles');
	L.control.attribution({ position: 'topright', prefix: false }).addTo(map);
	L.tileLayer(url, { attribution: escapeXml(attribution) }).addTo(map);
}

/** Tells each move, so that the address can say it; the whole country needs no place. */
function tellMoves(
	map: Leaflet.Map,
	country: Leaflet.LatLngBounds,
	moved: MapParts['moved']
): () => void {
	const wholeZoom = map.getBoundsZoom(country);
	function onMove() {
		const { lat, lng: lon } = map.getCenter();
		const zoom = map.getZoom();
		moved({ zoom, lat, lon }, zoom < wholeZoom + 0.1);
	}
	map.on('moveend', onMove);
	return () => void map.off('moveend', onMove);
}

async function importLeaflet(): Promise<typeof Leaflet> {
	const L = await loadLeaflet();
	await import('leaflet.markercluster');
	return L;
}

async function fetchSvg(href: string): Promise<SVGSVGElement> {
	const answer = await fetch(href);
	if (!answer.ok) throw new Error(`The map answered ${answer.status}`);
	return readSvg(await answer.text());
}

/** Draws other boundaries in the same element, unless something newer was asked for meanwhile. */
async function replaceDrawing(
	svg: SVGSVGElement,
	props: RolloutMapProps,
	latest: () => RolloutMapProps | undefined
) {
	const fresh = await fetchSvg(props.svgHref);
	if (latest() !== props) return;
	fresh.querySelector('.map-points')?.remove();
	svg.dataset.boundaries = fresh.dataset.boundaries;
	svg.replaceChildren(...fresh.childNodes);
}

/** Plus and minus zoom, Escape closes what is open, wherever on the map the focus is. */
function listenToKeys(map: Leaflet.Map, tip: { hide(): boolean }): () => void {
	const container = map.getContainer();
	function onKeydown(event: KeyboardEvent) {
		if (event.ctrlKey || event.altKey || event.metaKey) return;
		if (event.key === '+' || event.key === '=') map.zoomIn();
		else if (event.key === '-') map.zoomOut();
		else if (event.key === 'Escape') {
			tip.hide();
			map.closePopup();
		} else return;
		event.preventDefault();
	}
	container.addEventListener('keydown', onKeydown);
	// A browser scrolls a focused thing into view inside the map, where nothing may scroll.
	const onScroll = () => container.scrollTo(0, 0);
	container.addEventListener('scroll', onScroll);
	return () => {
		container.removeEventListener('keydown', onKeydown);
		container.removeEventListener('scroll', onScroll);
	};
}

/** Moving the map with the mouse ends in a click on the cell that was held; it must not open it. */
function ignoreClicksAfterDrag(map: Leaflet.Map): () => void {
	const container = map.getContainer();
	let moved = false;
	const onDown = () => void (moved = false);
	const onDrag = () => void (moved = true);
	function onClick(event: MouseEvent) {
		if (!moved) return;
		event.preventDefault();
		event.stopPropagation();
	}
	container.addEventListener('pointerdown', onDown, { capture: true });
	container.addEventListener('click', onClick, { capture: true });
	map.on('dragstart', onDrag);
	return () => {
		container.removeEventListener('pointerdown', onDown, { capture: true });
		container.removeEventListener('click', onClick, { capture: true });
	};
}
