import type * as Leaflet from 'leaflet';

/** The one tip of the map: says what the place under the pointer or the focus is. */
export interface Tip {
	show(text: string, at: Leaflet.LatLng): void;
	/** Returns whether there was a tip to hide. */
	hide(): boolean;
}

/** A tip by Leaflet's tooltip. The names of the elements say the same, so it is not read twice. */
export function createTip(L: typeof Leaflet, map: Leaflet.Map): Tip {
	const tooltip = L.tooltip({ direction: 'top', className: 'map-tip', opacity: 1 });
	return {
		show(text, at) {
			const content = document.createElement('span');
			content.textContent = text;
			tooltip.setLatLng(at).setContent(content).openOn(map);
			const element = tooltip.getElement();
			if (!element) return;
			element.setAttribute('aria-hidden', 'true');
			keepInside(element, map.getContainer());
		},
		hide() {
			const wasOpen = map.hasLayer(tooltip);
			map.closeTooltip(tooltip);
			return wasOpen;
		}
	};
}

/** Moves the tip sideways until nothing of it is cut off by the edge of the map. */
function keepInside(element: HTMLElement, stage: HTMLElement): void {
	element.style.marginLeft = '';
	const { left, right } = element.getBoundingClientRect();
	const edges = stage.getBoundingClientRect();
	const shift = Math.max(edges.left - left, Math.min(0, edges.right - right));
	if (shift !== 0) element.style.marginLeft = `${shift}px`;
}
