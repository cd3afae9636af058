import type { Day } from '#lib/base/day/day.ts';
import { readDay } from '#lib/base/day/read-day.ts';

/** First day of the programme that the product can show. */
export const FIRST_DAY: Day = '2019-01-01';
/** Last day that a plan may be looked at. */
export const LAST_DAY: Day = '2030-12-31';

/**
 * The two dates of every page, figure and file. `validOn` (peildatum): the situation on that day.
 * `knownOn` (bekendOp): as it had been recorded by the end of that day; null means everything known.
 */
export interface AsOf {
	validOn: Day;
	knownOn: Day | null;
}

/** The day that facts are told for: the day looked at, but never after today. */
export const factDayOf = ({ validOn }: Pick<AsOf, 'validOn'>, today: Day): Day =>
	validOn < today ? validOn : today;

/** Something in an address that could not be used, to be told on the page. */
export interface Notice {
	/** The parameter of the address. */
	parameter: string;
	/** What was written there. */
	value: string;
	problem:
		| 'not_a_day'
		| 'out_of_range'
		| 'unknown_value'
		| 'not_a_number'
		| 'too_long'
		| 'not_a_place'
		| 'unknown_place'
		| 'too_many';
	/** How many there may be, where it is `too_many`. */
	most?: number;
}

export interface ParsedAsOf {
	asOf: AsOf;
	notices: Notice[];
}

/**
 * Reads `peildatum` and `bekendOp` from an address. What cannot be used is left out and named in
 * `notices`; the nearest sensible view remains. A `bekendOp` of today or later means everything known.
 */
export function parseAsOf(params: URLSearchParams, today: Day): ParsedAsOf {
	const notices: Notice[] = [];
	const validOn = parseDay(params, 'peildatum', LAST_DAY, notices) ?? today;
	const knownOn = parseDay(params, 'bekendOp', LAST_DAY, notices);
	return {
		asOf: { validOn, knownOn: knownOn !== null && knownOn < today ? knownOn : null },
		notices
	};
}

/** The two dates as address parameters; what is the default today is left out. */
export function asOfParams(asOf: AsOf, today: Day): URLSearchParams {
	const params = new URLSearchParams();
	if (asOf.validOn !== today) params.set('peildatum', asOf.validOn);
	if (asOf.knownOn !== null) params.set('bekendOp', asOf.knownOn);
	return params;
}

/** One day of an address, from `FIRST_DAY` to `last`; what cannot be used is named in `notices`. */
export function parseDay(
	params: URLSearchParams,
	parameter: string,
	last: Day,
	notices: Notice[]
): Day | null {
	const value = params.get(parameter);
	if (value === null || value === '') return null;
	const day = readDay(value);
	if (day === null) {
		notices.push({ parameter, value: value.slice(0, 40), problem: 'not_a_day' });
		return null;
	}
	if (day < FIRST_DAY || day > last) {
		notices.push({ parameter, value: day, problem: 'out_of_range' });
		return day < FIRST_DAY ? FIRST_DAY : last;
	}
	return day;
}

/** The same parameters with both dates written out, so that they keep saying the same tomorrow. */
export function lastingDates(params: URLSearchParams, asOf: AsOf, today: Day): URLSearchParams {
	const lasting = new URLSearchParams(params);
	lasting.set('peildatum', asOf.validOn);
	lasting.set('bekendOp', asOf.knownOn ?? today);
	return lasting;
}
