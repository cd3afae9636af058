import type * as Leaflet from 'leaflet';
import type { MapPoint, RolloutMapProps } from './types.ts';

export interface PointPopup {
	open(marker: Leaflet.Marker, point: MapPoint, props: RolloutMapProps): void;
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
	return {
		open(marker, point, props) {
			popup.setLatLng(marker.getLatLng()).setContent(contentOf(point, props)).openOn(map);
			opener = marker;
			const dialog = popup.getElement();
			if (!dialog) return;
			dialog.setAttribute('role', 'dialog');
			dialog.setAttribute('aria-label', point.label);
			dialog.setAttribute('tabindex', '-1');
			dialog
				.querySelector('.leaflet-popup-close-button')
				?.setAttribute('aria-label', props.texts.close);
			dialog.focus({ preventScroll: true });
		}
	};
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
