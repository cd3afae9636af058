import type { Notice } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import { MEASURE_CHOICES, MEASURE_WORDS } from '#lib/base/measure/measure.ts';
import { readChoice } from '#lib/base/selection/choices.ts';
import type { Parameter } from '#lib/base/selection/parameter.ts';
import { viewParams, type View } from '#lib/base/selection/view.ts';
import type { ForecastDates } from './dates.ts';
import type { Measure } from './forecast.ts';

/** Parameters of the page beside those of the view. */
export const FORECAST_PARAMETERS: readonly Parameter[] = [
	{
		name: 'telling',
		takes: Object.values(MEASURE_WORDS),
		about: 'Wat de provincies en de maanden tellen; zonder: locaties.'
	}
];

/** Reads `telling`, as the progress page does; what cannot be used is told. */
export function parseMeasure(params: URLSearchParams, notices: Notice[]): Measure {
	return readChoice(params, 'telling', MEASURE_CHOICES, notices) ?? 'locations';
}

/** The shortest address parameters of the page: dates, filters and measure; statuses do not apply. */
export function forecastParams(view: View, today: Day, measure: Measure): URLSearchParams {
	const params = viewParams({ ...view, filters: { ...view.filters, statuses: [] } }, today);
	if (measure !== 'locations') params.set('telling', MEASURE_WORDS[measure]);
	return params;
}

/** The same parameters with another value of one of them; null leaves it out. */
export function changedParams(
	params: URLSearchParams,
	name: 'telling' | 'provincie',
	value: string | null
): URLSearchParams {
	const changed = new URLSearchParams(params);
	if (value === null) changed.delete(name);
	else changed.set(name, value);
	return changed;
}

/** Parameters that keep saying the same tomorrow: both days of the forecast. */
export function lastingParams(
	params: URLSearchParams,
	{ day, knownOn }: ForecastDates
): URLSearchParams {
	const lasting = new URLSearchParams(params);
	lasting.set('peildatum', day);
	lasting.set('bekendOp', knownOn);
	return lasting;
}
