import { statusLabel } from '#lib/base/status/status-label.ts';
import type { Day } from '#lib/base/day/day.ts';
import { cohortLabel } from './cohort-label.ts';
import { m } from '#lib/paraglide/messages.js';
import { COHORTS, FILTER_NAMES, type Filters } from './filters.ts';
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

type Institutes = readonly { slug: string; name: string }[];

/** A filter as a piece of a sentence, and what is left of it without that. */
interface FilterText<Value> {
	text: string;
	without: Value;
}

const once = <Value>(value: Value | null, text: (value: Value) => string) =>
	value ? [{ text: text(value), without: null }] : [];

/** How each filter is told (docs/recipes/new-filter.md). */
const FILTER_TEXTS: {
	readonly [Name in keyof Filters]: (
		value: Filters[Name],
		institutes: Institutes
	) => readonly FilterText<Filters[Name]>[];
} = {
	province: (value) =>
		once(value, (slug) => m.view_filter_is_province({ name: provinceName(slug) })),
	supportInstitute: (value, institutes) =>
		once(value, (slug) =>
			m.view_filter_is_poi({ name: institutes.find((one) => one.slug === slug)?.name ?? slug })
		),
	cohort: (value) =>
		once(value, (cohort) => m.view_filter_is_cohort({ name: cohortLabel(cohort) })),
	statuses: (statuses) =>
		statuses.map((status) => ({
			text: m.view_filter_is_status({ name: statusLabel(status) }),
			without: statuses.filter((other) => other !== status)
		})),
	search: (value) => once(value, (words) => m.view_filter_is_search({ words }))
};

/** Filters that are chosen from a list: the fields of the forms, in their order. */
export const FILTER_CHOICES: readonly {
	filter: 'province' | 'supportInstitute' | 'cohort';
	label: () => string;
	/** What stands there when everything is shown. */
	all: () => string;
	options: (institutes: Institutes) => { value: string; label: string }[];
}[] = [
	{
		filter: 'province',
		label: m.view_filter_province,
		all: m.view_filter_province_all,
		options: provinceOptions
	},
	{
		filter: 'supportInstitute',
		label: m.view_filter_poi,
		all: m.view_filter_poi_all,
		options: (institutes) => institutes.map(({ slug, name }) => ({ value: slug, label: name }))
	},
	{
		filter: 'cohort',
		label: m.view_filter_cohort,
		all: m.view_filter_cohort_all,
		options: () => COHORTS.map((cohort) => ({ value: cohort, label: cohortLabel(cohort) }))
	}
];

/**
 * Each filter of a view as a piece of a sentence, with the address of the view without it; `hrefOf`
 * makes that address on other pages than the map.
 */
export function filterSentences(
	view: View,
	today: Day,
	institutes: Institutes,
	hrefOf = (change: ViewChange) => viewLink(view, today, change)
): { text: string; removeHref: string }[] {
	return FILTER_NAMES.flatMap((name) =>
		textsOf(name, view.filters, institutes).map(({ text, filters }) => {
			return { text, removeHref: hrefOf({ filters }) };
		})
	);
}

function textsOf<Name extends keyof Filters>(name: Name, filters: Filters, institutes: Institutes) {
	return FILTER_TEXTS[name](filters[name], institutes).map(({ text, without }) => {
		const change: Partial<Filters> = {};
		change[name] = without;
		return { text, filters: change };
	});
}
