import { isDay, type Day } from '#lib/day/day.ts';

const DUTCH_DAY = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;

/**
 * A day as people type it: `2021-06-15` (what a date field sends) or `15-6-2021`. Null when it is
 * not an existing day.
 */
export function readDay(text: string): Day | null {
	const trimmed = text.trim();
	const match = DUTCH_DAY.exec(trimmed);
	const day = match
		? `${match[3]}-${match[2]!.padStart(2, '0')}-${match[1]!.padStart(2, '0')}`
		: trimmed;
	return isDay(day) ? day : null;
}
