import type * as Leaflet from 'leaflet';
import { rovingFocus } from './roving-focus.ts';
import type { Tip } from './tip.ts';

export interface MarkerPane {
	/** Call after markers came, went or moved. */
	refresh(): void;
	/**
	 * Call when the marker that was just used will go or has gone: when it was used by keyboard, the
	 * focus goes to what `find` gives afterwards (markercluster #273).
	 */
	keepFocus(find: () => HTMLElement | null | undefined): void;
	/** Where the marker or cluster with the focus stands; undefined when none has it. */
	focusedPlace(): Leaflet.LatLng | undefined;
	/** The marker or cluster on the screen that is nearest to a place. */
	nearest(at: Leaflet.LatLng): HTMLElement | undefined;
	destroy(): void;
}

/** Keyboard, tips and focus of all markers and clusters together: one tab stop, arrow keys. */
export function tendMarkerPane(L: typeof Leaflet, map: Leaflet.Map, tip: Tip): MarkerPane {
	const pane = map.getPane('markerPane') ?? map.getContainer();
	const listMarkers = () => [...pane.querySelectorAll<HTMLElement>('.map-marker')];
	const roving = rovingFocus(
		pane,
		map.getContainer(),
		() => listMarkers().map((element) => ({ element, ...middleOf(element) })),
		({ element }) => showTip(element)
	);

	const hasFocus = () => pane.contains(document.activeElement);

	function placeOf(element: Element, ofTop = false): Leaflet.LatLng {
		const box = element.getBoundingClientRect();
		const corner = map.getContainer().getBoundingClientRect();
		const y = box.y - corner.y + (ofTop ? 0 : box.height / 2);
		return map.containerPointToLatLng(L.point(box.x - corner.x + box.width / 2, y));
	}
	function showTip(element: Element) {
		tip.show(element.getAttribute('aria-label') ?? '', placeOf(element, true));
	}
	function onOver(event: PointerEvent) {
		// A tap opens the popup, which says the same.
		if (event.pointerType === 'touch') return;
		const marker = event.target instanceof Element ? event.target.closest('.map-marker') : null;
		if (marker) showTip(marker);
	}
	const onOut = () => void tip.hide();
	/** Leaflet's markers have the role of a button, but know Enter only. */
	function onKeydown(event: KeyboardEvent) {
		usedByKeyboard = true;
		if (event.key !== ' ' || !(event.target instanceof HTMLElement)) return;
		event.preventDefault();
		event.target.click();
	}

	let usedByKeyboard = false;
	const onPointerdown = () => void (usedByKeyboard = false);
	let timer: ReturnType<typeof setTimeout> | undefined;
	/**
	 * Markers go at once or come and go during the animation of a zoom, so this looks every 100 ms for
	 * two seconds whether the focus was lost. It never takes the focus from something else.
	 */
	function restoreFocus(find: () => HTMLElement | null | undefined, attempts: number) {
		roving.refresh();
		if (document.activeElement === document.body) find()?.focus({ preventScroll: true });
		if (attempts > 0) timer = setTimeout(() => restoreFocus(find, attempts - 1), 100);
	}

	pane.addEventListener('pointerover', onOver);
	pane.addEventListener('pointerout', onOut);
	pane.addEventListener('focusout', onOut);
	pane.addEventListener('keydown', onKeydown);
	pane.addEventListener('pointerdown', onPointerdown);
	map.on('moveend', roving.refresh);

	return {
		refresh: roving.refresh,
		focusedPlace: () => (hasFocus() ? placeOf(document.activeElement ?? pane) : undefined),
		keepFocus(find) {
			if (usedByKeyboard) restoreFocus(find, 20);
		},
		nearest(at) {
			const place = map.latLngToContainerPoint(at);
			const corner = map.getContainer().getBoundingClientRect();
			const away = (element: HTMLElement) => {
				const { x, y } = middleOf(element);
				return Math.hypot(x - corner.x - place.x, y - corner.y - place.y);
			};
			return listMarkers().toSorted((a, b) => away(a) - away(b))[0];
		},
		destroy() {
			clearTimeout(timer);
			roving.destroy();
			map.off('moveend', roving.refresh);
			pane.removeEventListener('pointerover', onOver);
			pane.removeEventListener('pointerout', onOut);
			pane.removeEventListener('focusout', onOut);
			pane.removeEventListener('keydown', onKeydown);
			pane.removeEventListener('pointerdown', onPointerdown);
		}
	};
}

function middleOf(element: Element) {
	const box = element.getBoundingClientRect();
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
