import type { AsOf } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';

/** The two days of a forecast, the same two that every other figure has. */
export interface ForecastDates {
	/** From here it looks ahead: what is a fact on this day is its start. */
	day: Day;
	/** What was recorded later does not count; never before `day`. */
	knownOn: Day;
}

/**
 * The days of the forecast that belongs to figures of (D, K): what they know, it knows too. It cannot
 * look ahead from a day of which nothing is known yet, so its day is never after K or today.
 */
export function forecastDates({ validOn, knownOn }: AsOf, today: Day): ForecastDates {
	const known = knownOn !== null && knownOn < today ? knownOn : today;
	return { day: validOn < known ? validOn : known, knownOn: known };
}

/** The forecast as it could be made on the day itself; how good the model is, is judged by these. */
export function asMadeOn(day: Day): ForecastDates {
	return { day, knownOn: day };
}
