import type * as Leaflet from 'leaflet';
import { isShown } from './layers.ts';
import { clusterIcon, pointIcon } from './marker-icon.ts';
import { tendMarkerPane } from './marker-pane.ts';
import { createPopup } from './popup.ts';
import { countStatuses, isCluster } from './status-mix.ts';
import type { Tip } from './tip.ts';
import { everyPointZoom, type MapCluster, type MapPoint, type RolloutMapProps } from './types.ts';

export interface PointLayer {
	update(props: RolloutMapProps): void;
	/** At the next update the focus goes to the point here: a drawing that had it makes way. */
	focusAt(place: Leaflet.LatLng): void;
	destroy(): void;
}

/**
 * Draws the information points: clustered here when they came with the page, by the server when there
 * are too many to send.
 */
export function addPointLayer(
	L: typeof Leaflet,
	map: Leaflet.Map,
	first: RolloutMapProps,
	tip: Tip,
	animate: boolean
): PointLayer {
	let props = first;
	const pointOf = new WeakMap<Leaflet.Layer, MapPoint>();
	const pane = tendMarkerPane(L, map, tip);
	const popup = createPopup(L, map);
	const remote = L.layerGroup().addTo(map);
	const clusters = L.markerClusterGroup({
		animate,
		showCoverageOnHover: false,
		maxClusterRadius: 40,
		spiderLegPolylineOptions: { className: 'map-spider-leg' },
		iconCreateFunction(cluster) {
			const mix = countStatuses(cluster.getAllChildMarkers().flatMap((m) => pointOf.get(m) ?? []));
			const count = cluster.getChildCount();
			return clusterIcon(L, count, mix, props.texts.cluster(count, mix));
		}
	}).addTo(map);
	clusters.on('animationend spiderfied unspiderfied', pane.refresh);
	clusters.on('clusterclick clusterkeypress', (event) => {
		const [child] = childrenOf(event);
		if (child && isActivation(event)) {
			pane.keepFocus(() => clusters.getVisibleParent(child)?.getElement());
		}
	});
	let request: AbortController | undefined;
	/** Where the focus goes when the points of the next view have come. */
	let focusNext: Leaflet.LatLng | undefined;
	/** What is drawn now; see `describe`. */
	let drawn: string | undefined;

	function pointMarker(point: MapPoint): Leaflet.Marker {
		const icon = pointIcon(L, point.status, point.label);
		const marker = L.marker([point.lat, point.lon], { icon, riseOnHover: true });
		pointOf.set(marker, point);
		return marker.on('click keypress', (event) => {
			if (isActivation(event)) popup.open(marker, point, props);
		});
	}

	function remoteCluster({ lat, lon, count, mix, bounds: b }: MapCluster): Leaflet.Marker {
		const label = props.texts.cluster(count, mix);
		const bounds = L.latLngBounds([b.south, b.west], [b.north, b.east]);
		const marker = L.marker([lat, lon], { icon: clusterIcon(L, count, mix, label) });
		return marker.on('click keypress', (event) => {
			if (!isActivation(event)) return;
			if (map.getZoom() >= map.getMaxZoom()) return void openRemote(marker, label, bounds);
			focusNext = pane.focusedPlace() && bounds.getCenter();
			map.fitBounds(bounds.pad(0.2), { animate });
		});
	}

	/** Zooming in does not take this cluster apart, so it opens as a list. */
	async function openRemote(marker: Leaflet.Marker, label: string, bounds: Leaflet.LatLngBounds) {
		if (props.points.kind !== 'remote') return;
		request?.abort();
		request = new AbortController();
		const { signal } = request;
		const around = geoBounds(bounds, ROUNDING);
		const items = await props.points.load(around, everyPointZoom, signal).catch(() => null);
		if (!items || signal.aborted) return;
		const points = items.flatMap((item) => (isCluster(item) ? [] : [item]));
		popup.openList(marker, label, points, props);
	}

	async function loadRemote() {
		request?.abort();
		if (props.points.kind !== 'remote') return;
		request = new AbortController();
		const { signal } = request;
		const items = await props.points
			.load(geoBounds(map.getBounds()), map.getZoom(), signal)
			.catch(() => null);
		if (!items || signal.aborted) return;
		remote.clearLayers();
		for (const item of items) {
			if (isCluster(item)) remoteCluster(item).addTo(remote);
			else if (isShown(item.status, props.layers)) pointMarker(item).addTo(remote);
		}
		pane.refresh();
		if (focusNext) pane.nearest(focusNext)?.focus({ preventScroll: true });
		focusNext = undefined;
	}
	const onMove = () => void loadRemote();
	map.on('moveend', onMove);

	return {
		update(next) {
			props = next;
			const shown = describe(next);
			// A page that was told of a change elsewhere must not close what somebody is reading.
			if (shown === drawn) return;
			drawn = shown;
			const focused = pane.focusedPlace() ?? focusNext;
			focusNext = undefined;
			map.closePopup();
			clusters.clearLayers();
			remote.clearLayers();
			if (next.points.kind === 'inline') {
				const points = next.points.points.filter((point) => isShown(point.status, next.layers));
				clusters.addLayers(points.map(pointMarker));
				pane.refresh();
				if (focused) pane.nearest(focused)?.focus({ preventScroll: true });
			} else {
				focusNext = focused;
				onMove();
			}
		},
		focusAt(place) {
			focusNext = place;
		},
		destroy() {
			request?.abort();
			map.off('moveend', onMove);
			pane.destroy();
		}
	};
}

/** Equal for two updates between which no marker changes; the server's own points may always change. */
function describe({ points, layers, svgHref }: RolloutMapProps): string {
	return JSON.stringify([points.kind === 'inline' ? points.points : svgHref, layers]);
}

/** A click, or the Enter key on a marker. */
function isActivation(event: Leaflet.LeafletEvent): boolean {
	if (!('originalEvent' in event)) return false;
	const { originalEvent } = event;
	return originalEvent instanceof KeyboardEvent ? originalEvent.key === 'Enter' : true;
}

/** The markers in the cluster that an event is about. */
function childrenOf(event: Leaflet.LeafletEvent): Leaflet.Marker[] {
	const cluster: Leaflet.MarkerCluster | undefined = event.propagatedFrom;
	return cluster?.getAllChildMarkers() ?? [];
}

/** More than what is lost when the corners are sent with four decimals, in degrees. */
const ROUNDING = 0.0002;

function geoBounds(bounds: Leaflet.LatLngBounds, margin = 0) {
	return {
		west: bounds.getWest() - margin,
		south: bounds.getSouth() - margin,
		east: bounds.getEast() + margin,
		north: bounds.getNorth() + margin
	};
}
