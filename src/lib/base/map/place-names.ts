import type * as Leaflet from 'leaflet';
import { layLabels, leastInhabitants, type Rect } from './label-room.ts';
import { unproject } from './projection.ts';
import type { PlaceName, RolloutMapProps } from './types.ts';

/** So much closer than the whole country (in zooms) names appear. */
const CLOSER = 0.5;
/** How names are written: see map-stage.css. */
const [SIZE, BOLD] = [13, 650];
/** Room between names, in pixels. */
const AIR = 8;
/** From so many inhabitants on a place is a city here, and a large one. */
const [CITY, LARGE] = [50_000, 100_000];
/** Part of the view around it that is written too, for when the map is moved. */
const AROUND = 0.25;

export interface PlaceNames {
	/** Names the places of other boundaries, and writes the names anew. */
	update(props: Pick<RolloutMapProps, 'placesHref'>): void;
	destroy(): void;
}

interface Name {
	text: string;
	at: Leaflet.LatLng;
	kind: 'city' | 'town' | 'municipality';
	/** Of a town; a municipality has none here. */
	inhabitants: number;
	/** The municipality that bears this name. */
	code?: string | undefined;
}

/**
 * Writes the names of towns on the map once one has zoomed in, the largest first, and those of
 * municipalities where no town of that name is written: as many as have room between the marks. They
 * are only for the eye: each cell and mark is named already. `read` answers the places of an address.
 */
export function addPlaceNames(
	L: typeof Leaflet,
	map: Leaflet.Map,
	svg: SVGSVGElement,
	read: (href: string) => Promise<readonly PlaceName[]> = fetchPlaces
): PlaceNames {
	const pane = map.createPane('placeNames');
	pane.classList.add('map-names');
	pane.setAttribute('aria-hidden', 'true');
	let places: readonly PlaceName[] = [];
	let href: string | undefined;
	let asked: string | undefined;
	let frame = 0;

	/** Once, and only when somebody looks so close that names are written. */
	async function ask() {
		if (!href || asked === href) return;
		const mine = (asked = href);
		const answer = await read(mine).catch(() => []); // Municipalities are named without them.
		if (asked !== mine) return;
		places = answer;
		write();
	}
	function draw() {
		frame = 0;
		pane.replaceChildren();
		if (map.getZoom() < map.getMinZoom() + 0.5 + CLOSER) return;
		void ask();
		const names = namesInView(L, map, svg, places);
		const labels = names.map((name) => {
			const { x, y } = map.latLngToLayerPoint(name.at);
			return { x, y, width: widthOf(name) + AIR, far: name.inhabitants >= LARGE };
		});
		const spots = layLabels(labels, takenOn(L, map, svg), frameOf(map));
		pane.append(...names.flatMap((name, index) => writtenAt(L, name, spots[index])));
	}
	/** After everything that happens now: markers come one by one. */
	function write() {
		frame ||= requestAnimationFrame(draw);
	}
	const widthOf = measureNames(pane);
	const hide = () => pane.replaceChildren();
	const onLayer = ({ layer }: Leaflet.LayerEvent) => void (layer instanceof L.Marker && write());
	map.on('zoomstart', hide).on('zoomend moveend', write).on('layeradd layerremove', onLayer);

	return {
		update({ placesHref }) {
			href = placesHref;
			write();
		},
		destroy() {
			cancelAnimationFrame(frame);
			map.off('zoomstart', hide).off('zoomend moveend', write).off('layeradd layerremove', onLayer);
		}
	};
}

/** Tells how wide a name is, without writing it. */
function measureNames(pane: Element): (name: Name) => number {
	const pencil = document.createElement('canvas').getContext('2d');
	const family = getComputedStyle(pane).fontFamily;
	return ({ text, kind }) => {
		// Without a canvas: letters are about half as wide as they are high.
		if (!pencil) return (text.length * SIZE) / 2;
		pencil.font = `${kind === 'city' ? BOLD : 400} ${SIZE}px ${family}`;
		return pencil.measureText(text).width;
	};
}

async function fetchPlaces(href: string): Promise<readonly PlaceName[]> {
	const answer = await fetch(href);
	if (!answer.ok) throw new Error(`The places answered ${answer.status}`);
	return answer.json();
}

/** Towns that are large enough for this zoom, then the municipalities that these do not name. */
function namesInView(
	L: typeof Leaflet,
	map: Leaflet.Map,
	svg: SVGSVGElement,
	places: readonly PlaceName[]
): Name[] {
	const view = map.getBounds().pad(AROUND);
	const least = leastInhabitants(map.getZoom());
	const towns = places
		.filter(([, , , inhabitants]) => inhabitants >= least)
		.map(([text, lat, lon, inhabitants, code]): Name => {
			const kind = inhabitants >= CITY ? 'city' : 'town';
			return { text, at: L.latLng(lat, lon), kind, inhabitants, code };
		});
	const named = new Set(towns.map(({ code }) => code));
	const municipalities = cellsOf(L, svg).filter(({ code }) => !named.has(code));
	return [...towns, ...municipalities].filter(({ at }) => view.contains(at));
}

/** The cells that are drawn now, the large first; their labels begin with their name. */
function cellsOf(L: typeof Leaflet, svg: SVGSVGElement): Name[] {
	return [...svg.querySelectorAll<SVGAElement>('a[data-code]')]
		.map((anchor) => ({ anchor, box: anchor.getBBox() }))
		.sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height)
		.map(({ anchor, box }): Name => {
			const [lon, lat] = unproject(box.x + box.width / 2, box.y + box.height / 2);
			const text = (anchor.getAttribute('aria-label') ?? '').split(/ \(|: /)[0] ?? '';
			const at = L.latLng(lat, lon);
			return { text, at, kind: 'municipality', inhabitants: 0, code: anchor.dataset.code };
		});
}

/** Marks, clusters, the figures of provinces and the buttons, which names may not cover; in pixels of the layers. */
function takenOn(L: typeof Leaflet, map: Leaflet.Map, svg: SVGSVGElement): Rect[] {
	const markers = map.getPane('markerPane')?.querySelectorAll<HTMLElement>('.map-marker') ?? [];
	const marks = [...markers].map((marker) => {
		const { x, y } = L.DomUtil.getPosition(marker);
		const half = marker.offsetWidth / 2;
		return { left: x - half, top: y - half, right: x + half, bottom: y + half };
	});
	const corner = map.getContainer().getBoundingClientRect();
	const buttons = map.getContainer().closest('.map-frame')?.querySelectorAll('.map-buttons button');
	const figures = svg.querySelectorAll('.map-province-texts text');
	const others = [...figures, ...(buttons ?? [])].map((element) => {
		const { left, top, right, bottom } = element.getBoundingClientRect();
		const from = map.containerPointToLayerPoint([left - corner.left, top - corner.top]);
		const to = map.containerPointToLayerPoint([right - corner.left, bottom - corner.top]);
		return { left: from.x, top: from.y, right: to.x, bottom: to.y };
	});
	return [...marks, ...others];
}

function frameOf(map: Leaflet.Map): Rect {
	const from = map.containerPointToLayerPoint([0, 0]);
	const to = from.add(map.getSize());
	return { left: from.x, top: from.y, right: to.x, bottom: to.y };
}

function writtenAt(
	L: typeof Leaflet,
	{ text, kind }: Name,
	spot: { x: number; y: number } | null | undefined
): HTMLElement[] {
	if (!spot) return [];
	const written = document.createElement('div');
	written.className = `map-name ${kind}`;
	const letters = document.createElement('span');
	letters.textContent = text;
	written.append(letters);
	L.DomUtil.setPosition(written, L.point(spot.x, spot.y));
	return [written];
}
