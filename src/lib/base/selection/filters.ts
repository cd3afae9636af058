import type { Notice } from '#lib/base/as-of/as-of.ts';
import { ROLLOUT_STATUSES, type RolloutStatus } from '#lib/base/status/rollout-status.ts';
import { invertChoices, readChoice, readChoices } from './choices.ts';
import { PROVINCE_SLUGS, provinceSlug } from './province-slugs.ts';

/** The groups in which libraries started, as stored and as written in addresses. */
export const COHORTS = ['kopgroep_2019', 'uitrol_2020', 'uitrol_2021', 'onbekend'] as const;
export type Cohort = (typeof COHORTS)[number];

/** How a status is written in an address. */
export const STATUS_SLUGS: Record<RolloutStatus, string> = {
	realised: 'gerealiseerd',
	temporarily_closed: 'tijdelijk-dicht',
	online_now: 'nu-alleen-online',
	online_only: 'alleen-online',
	plan_overdue: 'planning-verlopen',
	planned_90: 'gepland-binnen-90-dagen',
	planned_later: 'later-gepland',
	plan_withdrawn: 'planning-ingetrokken',
	not_planned: 'niet-gepland',
	no_library: 'geen-bibliotheek',
	unknown: 'onbekend'
};

/** The same filters for map, list and figures; null or empty means everything. */
export interface Filters {
	/** Slug of a province; of a point or municipality where it lies, of a library its own. */
	province: string | null;
	/** Slug of a support institute (POI). */
	supportInstitute: string | null;
	cohort: Cohort | null;
	/** Any of these statuses, in the order of `ROLLOUT_STATUSES`. */
	statuses: readonly RolloutStatus[];
	/** Part of the name of a library, place or municipality; trimmed, at most 100 characters. */
	search: string | null;
}

export const LONGEST_SEARCH = 100;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const COHORT_CHOICES = new Map(COHORTS.map((cohort) => [cohort, cohort]));
const STATUS_CHOICES = invertChoices(STATUS_SLUGS);
const PROVINCE_CHOICES = new Map(PROVINCE_SLUGS.map((slug) => [slug, slug]));

/** How a filter is read from an address and written to it. */
interface FilterRule<Value> {
	parameter: string;
	/** What cannot be used is left out and named in `notices`. */
	read: (params: URLSearchParams, notices: Notice[], institutes?: readonly string[]) => Value;
	/** Its words in an address; none when everything is shown. */
	words: (value: Value) => readonly string[];
}

const given = (value: string | null): string[] => (value ? [value] : []);

/** Every filter (docs/recipes/new-filter.md), in the order of an address. */
export const FILTERS: { readonly [Name in keyof Filters]: FilterRule<Filters[Name]> } = {
	province: {
		parameter: 'provincie',
		read: (params, notices) =>
			readChoice(params, 'provincie', PROVINCE_CHOICES, notices, provinceSlug),
		words: given
	},
	supportInstitute: {
		parameter: 'poi',
		read: readSupportInstitute,
		words: given
	},
	cohort: {
		parameter: 'cohort',
		read: (params, notices) => readChoice(params, 'cohort', COHORT_CHOICES, notices),
		words: given
	},
	statuses: {
		parameter: 'status',
		read: readStatuses,
		words: (statuses) => statuses.map((status) => STATUS_SLUGS[status])
	},
	search: {
		parameter: 'zoek',
		read: readSearch,
		words: given
	}
};

/** In the order of an address. */
export const FILTER_NAMES: readonly (keyof Filters)[] = Object.keys(FILTERS) as (keyof Filters)[];

export const NO_FILTERS: Filters = {
	province: null,
	supportInstitute: null,
	cohort: null,
	statuses: [],
	search: null
};

/** Reads the filters of an address; what cannot be used is left out and named in `notices`. */
export function parseFilters(
	params: URLSearchParams,
	notices: Notice[],
	supportInstitutes?: readonly string[]
): Filters {
	const filters = { ...NO_FILTERS };
	const read = <Name extends keyof Filters>(name: Name) => {
		filters[name] = FILTERS[name].read(params, notices, supportInstitutes);
	};
	FILTER_NAMES.forEach(read);
	return filters;
}

/** Adds the filters to an address; `parseFilters` reads them back. */
export function writeFilters(params: URLSearchParams, filters: Filters): void {
	for (const name of FILTER_NAMES)
		for (const word of wordsOf(name, filters)) params.append(FILTERS[name].parameter, word);
}

/** True when everything is shown. */
export function isUnfiltered(filters: Filters): boolean {
	return FILTER_NAMES.every((name) => wordsOf(name, filters).length === 0);
}

function wordsOf<Name extends keyof Filters>(name: Name, filters: Filters): readonly string[] {
	return FILTERS[name].words(filters[name]);
}

function readStatuses(params: URLSearchParams, notices: Notice[]): RolloutStatus[] {
	const chosen = readChoices(params, 'status', STATUS_CHOICES, notices);
	return ROLLOUT_STATUSES.filter((status) => chosen.includes(status));
}

function readSupportInstitute(
	params: URLSearchParams,
	notices: Notice[],
	known: readonly string[] | undefined
): string | null {
	const value = params.get('poi')?.trim().toLowerCase();
	if (!value) return null;
	if (SLUG.test(value) && value.length <= 60 && (!known || known.includes(value))) return value;
	notices.push({ parameter: 'poi', value: value.slice(0, 40), problem: 'unknown_value' });
	return null;
}

function readSearch(params: URLSearchParams, notices: Notice[]): string | null {
	// A zero byte is the one character that PostgreSQL refuses in text.
	const value = (params.get('zoek') ?? '').replaceAll('\0', ' ').toWellFormed().trim();
	if (value.length <= LONGEST_SEARCH) return value || null;
	notices.push({ parameter: 'zoek', value: value.slice(0, 40), problem: 'too_long' });
	return value.slice(0, LONGEST_SEARCH).toWellFormed().trim();
}
