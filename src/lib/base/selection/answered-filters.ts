import { z } from 'zod';
import { COHORTS, FILTERS, LONGEST_SEARCH, type Filters } from './filters.ts';
import type { Parameter } from './parameter.ts';
import { PROVINCE_SLUGS } from './province-slugs.ts';

const ASKED: Record<Exclude<keyof Filters, 'statuses'>, Parameter> = {
	province: {
		name: FILTERS.province.parameter,
		takes: PROVINCE_SLUGS,
		about: 'Alleen deze provincie.'
	},
	supportInstitute: {
		name: FILTERS.supportInstitute.parameter,
		takes: 'text',
		about: 'Alleen deze POI.',
		example: 'cubiss'
	},
	cohort: { name: FILTERS.cohort.parameter, takes: COHORTS, about: 'Alleen deze groep.' },
	search: {
		name: FILTERS.search.parameter,
		takes: 'text',
		longest: LONGEST_SEARCH,
		about: 'Alleen wat dit in zijn naam, plaats of gemeente heeft.'
	}
};

/** What narrows every figure, as the API describes it; a status narrows none. */
export const FILTER_PARAMETERS: readonly Parameter[] = Object.values(ASKED);

/** The filters that an answer of the API was asked with, in the words of its parameters. */
export const answeredFilters = {
	provincie: z
		.string()
		.nullable()
		.meta({ description: 'Alleen deze provincie, of heel Nederland.' }),
	poi: z.string().nullable(),
	cohort: z.string().nullable(),
	zoek: z.string().nullable()
};

/** These filters, for an answer with `answeredFilters`. Filters by status do not apply there. */
export function toAnsweredFilters({ province, supportInstitute, cohort, search }: Filters) {
	return { provincie: province, poi: supportInstitute, cohort, zoek: search };
}
