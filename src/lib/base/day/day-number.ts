import { FOREVER, type Day } from './day.ts';

/**
 * A day as a whole number, for counting with many of them: days since 1 January 2000, which is how
 * PostgreSQL sends a date. `infinity` is the largest number, so it is later than every day, also
 * where it stands for "no day"; `-infinity` is the smallest.
 */
export type DayNumber = number;

export const FOREVER_NUMBER: DayNumber = 2_147_483_647;
export const ALWAYS_NUMBER: DayNumber = -2_147_483_648;

const MILLISECONDS_PER_DAY = 86_400_000;
const FIRST_MILLISECOND = Date.UTC(2000, 0, 1);

/** Takes a day, `infinity` or `-infinity`; nothing is `infinity`. */
export function toDayNumber(day: Day | null): DayNumber {
	if (day === null || day === FOREVER) return FOREVER_NUMBER;
	if (day === `-${FOREVER}`) return ALWAYS_NUMBER;
	return (Date.parse(`${day}T00:00:00Z`) - FIRST_MILLISECOND) / MILLISECONDS_PER_DAY;
}

/** The day of a finite number. */
export function toDay(number: DayNumber): Day {
	return new Date(FIRST_MILLISECOND + number * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** The day, or null for the number that stands for none. */
export const toDayOrNull = (number: DayNumber): Day | null =>
	number === FOREVER_NUMBER ? null : toDay(number);
