import { z } from 'zod';
import type { Filters } from './filters.ts';

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
