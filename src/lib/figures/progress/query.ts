import {
	factDayOf,
	FIRST_DAY,
	parseDay,
	type Notice,
	lastingDates
} from '#lib/base/as-of/as-of.ts';
import { addDays, type Day } from '#lib/base/day/day.ts';
import { invertChoices, readChoice, readChoices } from '#lib/base/selection/choices.ts';
import type { Parameter } from '#lib/base/selection/parameter.ts';
import { viewParams, type View } from '#lib/base/selection/view.ts';
import { MEASURE_CHOICES, MEASURE_WORDS, type ProgressMeasure } from '#lib/base/measure/measure.ts';

/** What the curve shows beside its story, by its word in the address (`toon`). */
export const EXTRA_WORDS = { plan: 'planning', events: 'gebeurtenissen' } as const;
export type CurveExtra = keyof typeof EXTRA_WORDS;
export const CURVE_EXTRAS: readonly CurveExtra[] = ['plan', 'events'];
const EXTRA_CHOICES = invertChoices(EXTRA_WORDS);

/** Parameters of the progress page beside those of the view. */
export const PROGRESS_PARAMETERS: readonly Parameter[] = [
	{
		name: 'telling',
		takes: Object.values(MEASURE_WORDS),
		about: 'Wat verloop en provincies tellen; zonder: locaties.'
	},
	{
		name: 'vergelijk',
		takes: 'day',
		range: `van ${FIRST_DAY} tot aan de peildatum`,
		about: 'De eerdere dag voor de verschillen; zonder: het eind van het vorige kwartaal.'
	},
	{ name: 'toon', takes: Object.values(EXTRA_WORDS), many: true }
];

export interface ProgressQuery {
	measure: ProgressMeasure;
	/** The earlier day that figures are compared with. */
	compareOn: Day;
	/** What the curve shows more; nothing when absent. */
	extras?: readonly CurveExtra[];
}

/**
 * Reads what the progress page is asked beside the view: `telling` (what is counted) and
 * `vergelijk` (an earlier day; without it the end of the quarter before) and `toon` (what the curve
 * shows more). What cannot be used is
 * told in `notices`, a filter by status as well, because a curve of one status says nothing.
 */
export function parseProgress(
	params: URLSearchParams,
	view: View,
	notices: Notice[],
	today: Day
): ProgressQuery {
	const factDay = factDayOf(view.asOf, today);
	const chosen = parseDay(params, 'vergelijk', addDays(factDay, -1), notices);
	const measure = readChoice(params, 'telling', MEASURE_CHOICES, notices) ?? 'locations';
	const asked = readChoices(params, 'toon', EXTRA_CHOICES, notices);
	const extras = CURVE_EXTRAS.filter((extra) => asked.includes(extra));
	return {
		measure,
		compareOn: chosen ?? quarterEndBefore(factDay),
		...(extras.length > 0 ? { extras } : {})
	};
}

/** The last day of the quarter before the one that `day` is in. */
export function quarterEndBefore(day: Day): Day {
	const month = Number(day.slice(5, 7));
	const first = String(month - ((month - 1) % 3)).padStart(2, '0');
	const end = addDays(`${day.slice(0, 4)}-${first}-01`, -1);
	return end < FIRST_DAY ? FIRST_DAY : end;
}

/** The same day a year earlier (28 February for the 29th), not before the first day. */
export function yearBefore(day: Day): Day {
	const earlier = `${Number(day.slice(0, 4)) - 1}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`;
	return earlier < FIRST_DAY ? FIRST_DAY : earlier;
}

/** The shortest parameters that say this; what is the default is left out. */
export function progressParams(view: View, query: ProgressQuery, today: Day): URLSearchParams {
	const params = viewParams(view, today);
	if (query.measure !== 'locations') params.set('telling', MEASURE_WORDS[query.measure]);
	if (query.compareOn !== quarterEndBefore(factDayOf(view.asOf, today)))
		params.set('vergelijk', query.compareOn);
	const extras = query.extras ?? [];
	if (extras.length > 0) params.set('toon', extras.map((extra) => EXTRA_WORDS[extra]).join(','));
	return params;
}

/** Parameters that keep saying the same tomorrow: both dates are always there. */
export function lastingParams(view: View, query: ProgressQuery, today: Day): URLSearchParams {
	return lastingDates(progressParams(view, query, today), view.asOf, today);
}
