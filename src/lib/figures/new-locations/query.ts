import { factDayOf, lastingDates, type Notice } from '#lib/base/as-of/as-of.ts';
import { endedQuarters, nextQuarter, quarterOf, type Quarter } from '#lib/base/as-of/quarter.ts';
import { addDays, type Day } from '#lib/base/day/day.ts';
import { readChoice } from '#lib/base/selection/choices.ts';
import type { Parameter } from '#lib/base/selection/parameter.ts';
import { viewParams, type View } from '#lib/base/selection/view.ts';

const QUARTER = 'kwartaal';

export const NEW_LOCATIONS_PARAMETERS: readonly Parameter[] = [
	{
		name: QUARTER,
		takes: 'text',
		about:
			'Het kwartaal waarin de locaties zijn geopend; zonder: het laatste kwartaal dat op de peildatum voorbij was.',
		example: '2021-k4'
	}
];

/** The quarters that can be asked for, the last one first: all that began by the day of the facts. */
export function askableQuarters(view: View, today: Day): Quarter[] {
	return endedQuarters(nextQuarter(quarterOf(factDayOf(view.asOf, today))).start);
}

/** The last quarter that is over when the day of the facts ends. */
export const usualQuarter = (view: View, today: Day): Quarter =>
	endedQuarters(addDays(factDayOf(view.asOf, today), 1))[0] ?? quarterOf(view.asOf.validOn);

/** Reads `kwartaal` from an address. */
export function parseQuarterOf(
	params: URLSearchParams,
	view: View,
	today: Day,
	notices: Notice[]
): Quarter {
	const known = new Map(askableQuarters(view, today).map((quarter) => [quarter.code, quarter]));
	return readChoice(params, QUARTER, known, notices) ?? usualQuarter(view, today);
}

/** The shortest parameters that say this; the usual quarter is left out. */
export function newLocationsParams(view: View, quarter: Quarter, today: Day): URLSearchParams {
	const params = viewParams(view, today);
	if (quarter.code !== usualQuarter(view, today).code) params.set(QUARTER, quarter.code);
	return params;
}

/** Parameters that keep saying the same tomorrow: both dates and the quarter are always there. */
export function lastingNewLocationsParams(
	view: View,
	quarter: Quarter,
	today: Day
): URLSearchParams {
	const params = lastingDates(viewParams(view, today), view.asOf, today);
	params.set(QUARTER, quarter.code);
	return params;
}
