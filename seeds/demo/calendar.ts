import { addDays, daysBetween, type Day } from '#lib/base/day/day.ts';
import type { Random } from './random.ts';

const A_MONDAY: Day = '2019-01-07';

/** The story ends here; nothing is recorded later. */
export const STORY_END: Day = '2022-12-31';
/** The 200th information point opened on this day, and no other. */
export const DAY_OF_200TH: Day = '2021-06-24';

/** Libraries were closed, the last day included; the short closure of November 2020 is recalled. */
const CLOSED: readonly [Day, Day][] = [
	['2020-03-16', '2020-05-17'],
	['2020-11-05', '2020-11-18'],
	['2020-12-15', '2021-05-19']
];

export function isClosedByLockdown(day: Day): boolean {
	return CLOSED.some(([from, to]) => from <= day && day <= to);
}

/** True when corona is the likely reason for a decision made on this day. */
export function isInCoronaTime(day: Day): boolean {
	return (
		(day >= '2020-03-12' && day <= '2020-07-10') || (day >= '2020-10-14' && day <= '2021-06-05')
	);
}

/** The day itself, or the Monday after when it falls in a weekend. */
export function workdayFrom(day: Day): Day {
	const weekday = ((daysBetween(A_MONDAY, day) % 7) + 7) % 7;
	return weekday < 5 ? day : addDays(day, 7 - weekday);
}

/** The day itself, or the Friday before when it falls in a weekend. */
export function workdayBefore(day: Day): Day {
	const weekday = ((daysBetween(A_MONDAY, day) % 7) + 7) % 7;
	return weekday < 5 ? day : addDays(day, 4 - weekday);
}

/** A working day between two days, both included. */
export function workdayBetween(random: Random, from: Day, to: Day): Day {
	const day = workdayFrom(addDays(from, random.between(0, Math.max(0, daysBetween(from, to)))));
	return day > to ? workdayBefore(to) : day;
}

export const maxDay = (a: Day, b: Day): Day => (a > b ? a : b);
export const minDay = (a: Day, b: Day): Day => (a < b ? a : b);
