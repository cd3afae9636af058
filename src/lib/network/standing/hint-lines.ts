import { cohortLabel } from '#lib/base/selection/cohort-label.ts';
import type {
	FoundNames,
	FoundPoint,
	NearestOpen,
	SearchHints,
	SearchMatches,
	SearchMeaning
} from './search-hints.ts';
import { formatDay } from '#lib/base/day/day.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { distanceText } from './distance-text.ts';
import { pointLink } from './dossier-links.ts';
import { COHORTS, NO_FILTERS, type Cohort, type Filters } from '#lib/base/selection/filters.ts';
import type { HintLine } from '#lib/base/selection/hint-line.ts';

const MEANINGS: Record<SearchMeaning['kind'], (inputs: { name: string }) => string> = {
	place: m.view_hint_place,
	former: m.view_hint_former,
	other: m.view_hint_other
};

/**
 * What there is to say about a search, in sentences with a link. `linkTo` makes the address of the same
 * page with other filters, `dates` go along to a dossier.
 */
export function hintLines(
	hints: SearchHints | null,
	{ province, search, cohort, supportInstitute }: Filters,
	linkTo: (filters: Filters) => string,
	dates: URLSearchParams
): HintLine[] {
	if (!hints) return [];
	return [
		...matchLines(withoutMeant(hints), search ?? ''),
		...COHORTS.filter((one) => one !== cohort && isCohortMeant(one, search ?? '')).map((one) => ({
			text: m.view_hint_cohort(),
			link: { label: cohortLabel(one), href: linkTo({ ...NO_FILTERS, cohort: one }) },
			end: '.'
		})),
		...hints.near.map(({ name, supportInstitute }) => ({
			text: m.view_hint_near(),
			link: {
				label: name,
				href: linkTo(
					supportInstitute ? { ...NO_FILTERS, supportInstitute } : { ...NO_FILTERS, search: name }
				)
			},
			end: '?'
		})),
		...hints.meanings.map(({ name, kind, code, municipality }) => ({
			text: MEANINGS[kind]({ name }),
			link: { label: municipality, href: link(`/gemeenten/${code}`, dates) },
			end: '.'
		})),
		...nearestLines(hints, dates),
		...(hints.province && hints.province.slug !== province
			? [
					{
						text: m.view_hint_province(),
						link: {
							label: hints.province.name,
							href: linkTo({ ...NO_FILTERS, province: hints.province.slug })
						},
						end: '.'
					}
				]
			: []),
		...(hints.supportInstitute && hints.supportInstitute.slug !== supportInstitute
			? [
					{
						text: m.view_hint_support_institute(),
						link: {
							label: hints.supportInstitute.name,
							href: linkTo({ ...NO_FILTERS, supportInstitute: hints.supportInstitute.slug })
						},
						end: '.'
					}
				]
			: [])
	];
}

/** Without the municipalities of which another sentence says why they were found. */
function withoutMeant({ matches, meanings }: SearchHints): SearchMatches {
	const { names, count } = matches.municipalities;
	const meant = meanings.map(({ municipality }) => municipality);
	const isTold = names.length === count && names.every((name) => meant.includes(name));
	return isTold ? { ...matches, municipalities: { count: 0, names: [] } } : matches;
}

/** In whose names the words of the search stand; nothing where they stand in none. */
function matchLines(
	{ libraries, municipalities, points }: SearchMatches,
	search: string
): HintLine[] {
	const parts = [
		partOf(libraries, m.view_hint_in_libraries),
		partOf(municipalities, m.view_hint_in_municipalities),
		partOf(points, m.view_hint_in_points)
	].flatMap((part) => part ?? []);
	if (parts.length === 0) return [];
	const list = new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(parts);
	return [{ text: m.view_hint_matched({ search, list }), end: '' }];
}

function partOf(
	{ count, names }: FoundNames,
	text: (inputs: { count: number }) => string
): string | null {
	if (count === 0) return null;
	return names.length === 0 ? text({ count }) : `${text({ count })} (${names.join('; ')})`;
}

/** Shorter words begin the names of too many things. */
const LEAST_FOR_COHORT = 4;

/** A group is no name, so it is not searched; but somebody may look for it. */
function isCohortMeant(cohort: Cohort, search: string): boolean {
	const text = search.trim().toLocaleLowerCase(getLocale());
	const called = cohortLabel(cohort).toLocaleLowerCase(getLocale());
	return text.length >= LEAST_FOR_COHORT && called.startsWith(text);
}

/** Where the nearest open point is, and that of the municipality itself when that lies further away. */
function nearestLines({ nearest, pastDay }: SearchHints, dates: URLSearchParams): HintLine[] {
	const [first] = nearest;
	if (!first) return [];
	if (!first.nearest) {
		return [{ text: pastDay ? m.view_hint_none_past() : m.view_hint_none(), end: '' }];
	}
	const day = pastDay && formatDay(pastDay, getLocale());
	return nearest.flatMap((found) => {
		const { municipality, own } = found;
		if (!found.nearest) return [];
		// Two villages of one name are told apart by where they lie.
		const place = nearest.length > 1 ? `${found.place} (${municipality})` : found.place;
		const text = day ? m.view_hint_nearest_past({ place, day }) : m.view_hint_nearest({ place });
		const line = pointLine(text, found.nearest, true, dates);
		return own?.id === found.nearest.id ? [line] : [line, ownLine(found, pastDay !== null, dates)];
	});
}

function ownLine({ municipality, own }: NearestOpen, past: boolean, dates: URLSearchParams) {
	const inputs = { municipality };
	if (!own) {
		const text = past ? m.view_hint_own_none_past(inputs) : m.view_hint_own_none(inputs);
		return { text, end: '' };
	}
	return pointLine(
		past ? m.view_hint_own_past(inputs) : m.view_hint_own(inputs),
		own,
		false,
		dates
	);
}

function pointLine(
	text: string,
	{ id, name, km }: FoundPoint,
	first: boolean,
	dates: URLSearchParams
): HintLine {
	const distance = distanceText(km);
	return {
		text,
		link: { label: name, href: pointLink(id, dates) },
		end: first ? m.view_hint_away_straight({ distance }) : m.view_hint_away({ distance })
	};
}
