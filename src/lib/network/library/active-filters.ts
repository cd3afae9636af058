import { statusLabel } from '#lib/base/status/status-label.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Filters } from '#lib/base/selection/filters.ts';
import { cohortLabel } from '#lib/base/selection/cohort-label.ts';

interface Named {
	slug: string;
	name: string;
}

/** Each filter that is on as a piece of a sentence, with the filters that remain without it. */
export function activeFilters(
	filters: Filters,
	names: { provinces: readonly Named[]; institutes: readonly Named[] }
): { text: string; without: Filters }[] {
	const { province, supportInstitute, cohort, statuses, search } = filters;
	const nameOf = (list: readonly Named[], slug: string) =>
		list.find((item) => item.slug === slug)?.name ?? slug;
	return [
		...(search
			? [{ text: m.dossier_filter_search({ text: search }), without: { ...filters, search: null } }]
			: []),
		...(province
			? [
					{
						text: m.dossier_filter_province({ name: nameOf(names.provinces, province) }),
						without: { ...filters, province: null }
					}
				]
			: []),
		...(supportInstitute
			? [
					{
						text: m.dossier_filter_poi({ name: nameOf(names.institutes, supportInstitute) }),
						without: { ...filters, supportInstitute: null }
					}
				]
			: []),
		...(cohort
			? [
					{
						text: m.dossier_filter_cohort({ name: cohortLabel(cohort) }),
						without: { ...filters, cohort: null }
					}
				]
			: []),
		...statuses.map((status) => ({
			text: m.dossier_filter_status({ name: statusLabel(status).toLowerCase() }),
			without: { ...filters, statuses: statuses.filter((other) => other !== status) }
		}))
	];
}
