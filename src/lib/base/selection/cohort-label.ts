import { m } from '#lib/paraglide/messages.js';
import type { Cohort } from './filters.ts';

const LABELS: Record<Cohort, () => string> = {
	kopgroep_2019: m.status_cohort_kopgroep_2019,
	uitrol_2020: m.status_cohort_uitrol_2020,
	uitrol_2021: m.status_cohort_uitrol_2021,
	onbekend: m.status_cohort_onbekend
};

/** The group in which a library started, in the language of the reader. */
export function cohortLabel(cohort: Cohort): string {
	return LABELS[cohort]();
}
