import { daysBetween, type Day } from '#lib/base/day/day.ts';

/** Days since somebody looked; null when nobody ever did. */
export function daysSinceLook(lastOn: Day | null, day: Day): number | null {
	return lastOn === null ? null : daysBetween(lastOn, day);
}

/** Whether nobody looked for longer than so many weeks, or never. */
export function isSilent(lastOn: Day | null, day: Day, weeks: number): boolean {
	const days = daysSinceLook(lastOn, day);
	return days === null || days > weeks * 7;
}
