import { onMount } from 'svelte';
import type { Day } from '#lib/base/day/day.ts';
import { localNow } from './hours-on.ts';

const MINUTE = 60_000;

/**
 * The minute of today, read again each minute; null until it is known. Only a browser knows it: a kept
 * page is older than the minute in which it is read. In the demo the day of the page is invented, so
 * only the time of the clock counts.
 */
export function minuteOf(of: () => { today: Day; demoData: boolean }): {
	readonly minute: number | null;
} {
	let clock = $state<ReturnType<typeof localNow> | null>(null);
	onMount(() => {
		const read = () => (clock = localNow());
		read();
		const timer = setInterval(read, MINUTE);
		return () => clearInterval(timer);
	});
	return {
		get minute() {
			const { today, demoData } = of();
			return clock && (clock.day === today || demoData) ? clock.minute : null;
		}
	};
}
