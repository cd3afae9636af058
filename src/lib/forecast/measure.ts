import type { Notice } from '#lib/as-of/as-of.ts';
import { m } from '#lib/paraglide/messages.js';
import { invertChoices, readChoice } from '#lib/view/choices.ts';
import type { Measure } from './forecast.ts';

/** How a measure is written in an address. */
export const MEASURE_SLUGS: Record<Measure, string> = {
	organisations: 'organisaties',
	locations: 'locaties',
	municipalities: 'gemeenten',
	inhabitants: 'inwoners'
};
const CHOICES = invertChoices(MEASURE_SLUGS);

/** Reads `maat`; organisations when it is not there or not usable, which is then told. */
export function parseMeasure(params: URLSearchParams, notices: Notice[]): Measure {
	return readChoice(params, 'maat', CHOICES, notices) ?? 'organisations';
}

/** The name of a measure in a table or choice. */
export function measureLabel(measure: Measure): string {
	return {
		organisations: m.forecast_measure_organisations,
		locations: m.forecast_measure_locations,
		municipalities: m.forecast_measure_municipalities,
		inhabitants: m.forecast_measure_inhabitants
	}[measure]();
}

/** The anchor of its definition. */
export const MEASURE_DEFINITIONS = {
	organisations: 'organisatiedekking',
	locations: 'locaties',
	municipalities: 'gemeentedekking',
	inhabitants: 'inwonerdekking'
} as const satisfies Record<Measure, string>;
