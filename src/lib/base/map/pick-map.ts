import type * as Leaflet from 'leaflet';
import { loadLeaflet } from './load-leaflet.ts';
import { leavePageScroll } from './page-scroll.ts';
import { addPlaceNames } from './place-names.ts';
import { readSvg } from './read-svg.ts';
import type { GeoBounds, PlaceName } from './types.ts';
import type { Place } from './distance.ts';

/** A small map on which one place is chosen. */
export interface PickMap {
	/** Marks this place and brings it in sight; null takes the mark away. */
	show(place: Place | null): void;
	zoomIn(): void;
	zoomOut(): void;
	destroy(): void;
}

export interface PickParts {
	/** Where Leaflet draws. */
	stage: HTMLElement;
	/** A drawing of our own server, and what it covers. */
	svg: string;
	bounds: GeoBounds;
	start: Place;
	names: readonly PlaceName[];
	/** Told where was clicked, or what lay in the middle at Enter, and how many metres a pixel is there. */
	picked(place: Place, metresPerPixel: number): void;
	hint(kind: 'wheel' | 'touch'): void;
}

/** Zooms of a web map: a town with what is around it, and as close as one can come. */
const [BEGIN, CLOSEST] = [12, 17];
/** Metres around the equator, and pixels around it at zoom 0. */
const [AROUND_EARTH, WORLD_PIXELS] = [40_075_017, 256];

/** Opens it; Leaflet is only fetched here. */
export async function openPickMap(parts: PickParts): Promise<PickMap> {
	const { stage, bounds: b, start } = parts;
	const L = await loadLeaflet();
	const animate = !matchMedia('(prefers-reduced-motion: reduce)').matches;
	const map = L.map(stage, {
		...{ attributionControl: false, zoomControl: false, scrollWheelZoom: false },
		...{ doubleClickZoom: false, zoomSnap: 0.5, maxZoom: CLOSEST },
		...{ zoomAnimation: animate, fadeAnimation: animate, inertia: animate }
	});
	const whole = L.latLngBounds([b.south, b.west], [b.north, b.east]);
	map.setView([start.lat, start.lon], BEGIN, { animate: false });
	map.setMinZoom(map.getBoundsZoom(whole)).setMaxBounds(whole.pad(0.1));
	const svg = readSvg(parts.svg);
	L.svgOverlay(svg, whole).addTo(map);
	const names = addPlaceNames(L, map, svg, () => Promise.resolve(parts.names));
	names.update({ placesHref: 'own' });
	const stopScroll = leavePageScroll(map, parts.hint);
	const mark = L.circleMarker([0, 0], { radius: 9, className: 'pick-mark', interactive: false });

	function pick({ lat, lng: lon }: Leaflet.LatLng) {
		const pixels = WORLD_PIXELS * 2 ** map.getZoom();
		parts.picked({ lat, lon }, (AROUND_EARTH * Math.cos((lat * Math.PI) / 180)) / pixels);
	}
	map.on('click', ({ latlng }) => pick(latlng));
	// Arrows, plus and minus are Leaflet's own keys.
	const onKeydown = (event: KeyboardEvent) => {
		if (event.key !== 'Enter') return;
		event.preventDefault();
		pick(map.getCenter());
	};
	stage.addEventListener('keydown', onKeydown);

	return {
		show(place) {
			if (!place) return void mark.remove();
			mark.setLatLng([place.lat, place.lon]).addTo(map);
			if (!map.getBounds().contains(mark.getLatLng())) {
				map.panTo(mark.getLatLng(), { animate: false });
			}
		},
		zoomIn: () => void map.zoomIn(),
		zoomOut: () => void map.zoomOut(),
		destroy() {
			stage.removeEventListener('keydown', onKeydown);
			stopScroll();
			names.destroy();
			map.remove();
		}
	};
}
