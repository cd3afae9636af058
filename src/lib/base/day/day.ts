import { formatterOf } from './formatter.ts';

/**
 * A calendar day in Europe/Amsterdam, written `YYYY-MM-DD`. Days are strings everywhere: they sort
 * as they are, and no time zone can shift them.
 */
export type Day = string;

/** The open end of a dated interval, as PostgreSQL writes it. Sorts after every real day. */
export const FOREVER: Day = 'infinity';

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const MILLISECONDS_PER_DAY = 86_400_000;
const DAYS_PER_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

// Made once: making one costs more than using it.
const IN_AMSTERDAM = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
const IN_WORDS = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const IN_SHORT = { ...IN_WORDS, month: 'short' } as const;

/** True for an existing calendar day written `YYYY-MM-DD` (so not 2021-02-30). */
export function isDay(text: string): boolean {
	if (!DAY_PATTERN.test(text)) return false;
	const year = Number(text.slice(0, 4));
	const month = Number(text.slice(5, 7));
	const day = Number(text.slice(8));
	const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	const most = month === 2 && isLeap ? 29 : (DAYS_PER_MONTH[month - 1] ?? 0);
	return 1 <= day && day <= most;
}

/** The day `days` calendar days after `day` (before it when negative). */
export function addDays(day: Day, days: number): Day {
	return new Date(toTime(day) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
	return Math.round((toTime(to) - toTime(from)) / MILLISECONDS_PER_DAY);
}

export function earliestDay(days: Iterable<Day | null | undefined>): Day | null {
	let earliest: Day | null = null;
	for (const day of days) if (day && (earliest === null || day < earliest)) earliest = day;
	return earliest;
}

export function latestDay(days: Iterable<Day | null | undefined>): Day | null {
	let latest: Day | null = null;
	for (const day of days) if (day && (latest === null || day > latest)) latest = day;
	return latest;
}

/** The calendar day in Europe/Amsterdam at a moment. */
export function dayInAmsterdam(moment: Date): Day {
	// Swedish writes dates as YYYY-MM-DD.
	return IN_AMSTERDAM.format(moment);
}

/** A day in words: "24 juni 2021", or in English "24 June 2021". */
export function formatDay(day: Day, locale: string): string {
	return formatterOf(locale, IN_WORDS).format(toTime(day));
}

/** A day where there is little room: "24 jun 2021". */
export function formatShortDay(day: Day, locale: string): string {
	return formatterOf(locale, IN_SHORT).format(toTime(day)).replace('.', '');
}

/** "zaterdag", or in English "Saturday". */
export function formatWeekday(day: Day, locale: string): string {
	return formatterOf(locale, { weekday: 'long', timeZone: 'UTC' }).format(toTime(day));
}

/** A dated fact holds from `validFrom` up to and not including `validTo`. */
export function holdsOn(interval: { validFrom: Day; validTo: Day }, day: Day): boolean {
	return interval.validFrom <= day && day < interval.validTo;
}

function toTime(day: Day): number {
	if (!isDay(day)) throw new RangeError(`not a calendar day: ${day}`);
	return Date.parse(`${day}T00:00:00Z`);
}
