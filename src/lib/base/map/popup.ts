import type * as Leaflet from 'leaflet';
import type { MapPoint, RolloutMapProps } from './types.ts';

export interface PointPopup {
	open(marker: Leaflet.Marker, point: MapPoint, props: RolloutMapProps): void;
	/** The points of a cluster that no zoom takes apart, each with a link. */
	openList(
		marker: Leaflet.Marker,
		label: string,
		points: readonly MapPoint[],
		props: RolloutMapProps
	): void;
}

/**
 * The popup of a point: a named dialog that takes the focus, closes by Escape or its button, and
 * gives the focus back to the marker (Leaflet #8113, #8114, #8115).
 */
export function createPopup(L: typeof Leaflet, map: Leaflet.Map): PointPopup {
	const popup = L.popup({ className: 'map-popup', maxWidth: 280, minWidth: 180, offset: [0, -8] });
	let opener: Leaflet.Marker | undefined;
	map.on('popupclose', () => {
		const hadFocus = popup.getElement()?.contains(document.activeElement);
		if (hadFocus) opener?.getElement()?.focus({ preventScroll: true });
		opener = undefined;
	});

	function show(marker: Leaflet.Marker, label: string, content: HTMLElement, close: string) {
		popup.setLatLng(marker.getLatLng()).setContent(content).openOn(map);
		opener = marker;
		const dialog = popup.getElement();
		if (!dialog) return;
		dialog.setAttribute('role', 'dialog');
		dialog.setAttribute('aria-label', label);
		dialog.setAttribute('tabindex', '-1');
		dialog.querySelector('.leaflet-popup-close-button')?.setAttribute('aria-label', close);
		dialog.focus({ preventScroll: true });
	}

	return {
		open: (marker, point, props) =>
			show(marker, point.label, contentOf(point, props), props.texts.close),
		openList: (marker, label, points, props) =>
			show(marker, label, listOf(label, points, props), props.texts.close)
	};
}

function listOf(
	label: string,
	points: readonly MapPoint[],
	{ links }: RolloutMapProps
): HTMLElement {
	const content = document.createElement('div');
	content.appendChild(document.createElement('p')).textContent = label;
	const list = content.appendChild(document.createElement('ul'));
	for (const point of points) {
		const item = list.appendChild(document.createElement('li'));
		const name = item.appendChild(document.createElement(links.point ? 'a' : 'span'));
		name.textContent = point.label;
		if (name instanceof HTMLAnchorElement && links.point) name.href = links.point(point.id);
	}
	return content;
}

function contentOf(point: MapPoint, { texts, links }: RolloutMapProps): HTMLElement {
	const content = document.createElement('div');
	const label = content.appendChild(document.createElement('p'));
	label.textContent = point.label;
	if (point.approximate) {
		const note = content.appendChild(document.createElement('p'));
		note.className = 'map-popup-note';
		note.textContent = texts.approximate;
	}
	if (links.point) {
		const link = content.appendChild(document.createElement('a'));
		link.href = links.point(point.id);
		link.textContent = texts.openDossier;
	}
	return content;
}
