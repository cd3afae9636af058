import { statusLabel } from '#lib/base/status/status-label.ts';
import type { Day } from '#lib/base/day/day.ts';
import { cohortLabel } from './cohort-label.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Filters } from './filters.ts';
import { PROVINCE_SLUGS } from './province-slugs.ts';
import { viewLink, type ViewChange } from './view-link.ts';
import type { View } from './view.ts';

/** The name of a province from its slug; they never change, and are written alike in both languages. */
export function provinceName(slug: string): string {
	if (slug === 'fryslan') return 'Fryslân';
	return slug
		.split('-')
		.map((part) => part.charAt(0).toUpperCase() + part.slice(1))
		.join('-');
}

/** The name of the province that is filtered on; null for the whole country. */
export const placeOf = ({ province }: Filters) => (province ? provinceName(province) : null);

export const provinceOptions = () =>
	PROVINCE_SLUGS.map((slug) => ({ value: slug, label: provinceName(slug) }));

/**
 * Each filter of a view as a piece of a sentence, with the address of the view without it; `hrefOf`
 * makes that address on other pages than the map.
 */
export function filterSentences(
	view: View,
	today: Day,
	supportInstitutes: readonly { slug: string; name: string }[],
	hrefOf = (change: ViewChange) => viewLink(view, today, change)
): { text: string; removeHref: string }[] {
	const { province, supportInstitute, cohort, statuses, search } = view.filters;
	const sentences: { text: string; removeHref: string }[] = [];
	const add = (text: string, filters: Partial<View['filters']>) =>
		sentences.push({ text, removeHref: hrefOf({ filters }) });
	if (province)
		add(m.view_filter_is_province({ name: provinceName(province) }), { province: null });
	if (supportInstitute) {
		const known = supportInstitutes.find(({ slug }) => slug === supportInstitute);
		const name = known?.name ?? supportInstitute;
		add(m.view_filter_is_poi({ name }), { supportInstitute: null });
	}
	if (cohort) add(m.view_filter_is_cohort({ name: cohortLabel(cohort) }), { cohort: null });
	for (const status of statuses)
		add(m.view_filter_is_status({ name: statusLabel(status) }), {
			statuses: statuses.filter((other) => other !== status)
		});
	if (search) add(m.view_filter_is_search({ words: search }), { search: null });
	return sentences;
}
