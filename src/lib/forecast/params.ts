import { asOfParams, type AsOf } from '#lib/as-of/as-of.ts';
import type { Day } from '#lib/day/day.ts';
import type { Measure } from './forecast.ts';
import { MEASURE_SLUGS } from './measure.ts';

/** The shortest address parameters of the page: both dates, the measure and the province. */
export function forecastParams(
	asOf: AsOf,
	today: Day,
	measure: Measure,
	province: string | null
): URLSearchParams {
	const params = asOfParams(asOf, today);
	if (measure !== 'organisations') params.set('maat', MEASURE_SLUGS[measure]);
	if (province) params.set('provincie', province);
	return params;
}

/** The same parameters with another value of one of them; null leaves it out. */
export function changedParams(
	params: URLSearchParams,
	name: 'maat' | 'provincie',
	value: string | null
): URLSearchParams {
	const changed = new URLSearchParams(params);
	if (value === null) changed.delete(name);
	else changed.set(name, value);
	return changed;
}
