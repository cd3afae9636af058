import { formatDay } from '#lib/base/day/day.ts';
import { readDay } from '#lib/base/day/read-day.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

/** Who is still typing hears nothing of half a year. */
const PAUSE_MS = 400;

const timers = new WeakMap<HTMLInputElement, number>();

/**
 * Says in full which day is understood from what is typed in `input`, in the element that ends its
 * row; nothing while it is no day. "03-04-21" could be two days: so one sees which it is.
 */
export function sayDay(input: HTMLInputElement): void {
	window.clearTimeout(timers.get(input));
	timers.set(input, window.setTimeout(say, PAUSE_MS));

	function say(): void {
		const day = readDay(input.value);
		const place = input.parentElement?.querySelector('[role=status]');
		if (place) place.textContent = day ? formatDay(day, getLocale()) : '';
	}
}
