import { formatDay } from '#lib/base/day/day.ts';
import { readDay } from '#lib/base/day/read-day.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

/** A day that was filled in, as people write it ("9 mei 2022"); what is no day stays as it was typed. */
export function typedDay(typed: string): string {
	const day = readDay(typed);
	return day === null ? typed.trim() : formatDay(day, getLocale());
}
