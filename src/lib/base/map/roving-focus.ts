import { directionOf, nearestTo, nearestTowards, type Spot } from './nearest.ts';

/** Something that can have the focus, and where it is on the screen. */
export interface FocusStop extends Spot {
	element: HTMLElement | SVGElement;
}

export interface RovingFocus {
	/** Call when the stops have changed or moved: exactly one of them stays reachable by Tab. */
	refresh(): void;
	destroy(): void;
}

/**
 * Makes many things one tab stop: Tab comes to the one last used (or nearest to the middle), arrow
 * keys go to the nearest in that direction. `host` holds the stops, `view` is the part of the screen
 * they are seen through; `onFocus` brings one into view.
 */
export function rovingFocus(
	host: HTMLElement | SVGElement,
	view: HTMLElement,
	listStops: () => FocusStop[],
	onFocus: (stop: FocusStop) => void
): RovingFocus {
	let stops: FocusStop[] = [];
	let current: FocusStop['element'] | undefined;

	function makeCurrent(element: FocusStop['element'] | undefined) {
		current = element;
		for (const stop of stops)
			stop.element.setAttribute('tabindex', stop.element === element ? '0' : '-1');
	}

	function refresh() {
		stops = listStops();
		const stays = stops.some((stop) => stop.element === current);
		const box = view.getBoundingClientRect();
		const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
		makeCurrent(stays ? current : nearestTo(middle, stops)?.element);
	}

	function onKeydown(event: Event) {
		if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.altKey || event.metaKey) return;
		const direction = directionOf(event.key);
		const from = stopOf(event.target);
		if (!direction || !from) return;
		event.preventDefault();
		event.stopPropagation();
		// Places on the screen may have changed since the last refresh.
		stops = listStops();
		const next = nearestTowards(stopOf(event.target) ?? from, stops, direction);
		next?.element.focus({ preventScroll: true });
	}

	function onFocusIn(event: Event) {
		const stop = stopOf(event.target);
		if (!stop) return;
		makeCurrent(stop.element);
		onFocus(stop);
	}

	const stopOf = (target: EventTarget | null) =>
		stops.find((stop) => target instanceof Node && stop.element.contains(target));

	host.addEventListener('keydown', onKeydown);
	host.addEventListener('focusin', onFocusIn);
	return {
		refresh,
		destroy() {
			host.removeEventListener('keydown', onKeydown);
			host.removeEventListener('focusin', onFocusIn);
		}
	};
}
