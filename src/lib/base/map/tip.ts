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
	const settle = () => {
		const element = map.hasLayer(tooltip) ? tooltip.getElement() : undefined;
		if (element) keepInside(element, map.getContainer());
	};
	// The place of a tip that is shown moves with the map.
	map.on('moveend resize', settle);
	return {
		show(text, at) {
			const content = document.createElement('span');
			content.textContent = text;
			tooltip.setLatLng(at).setContent(content).openOn(map);
			tooltip.getElement()?.setAttribute('aria-hidden', 'true');
			settle();
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
