import type { SearchHints, SearchMeaning } from '#lib/coverage/search-hints.ts';
import { link } from '#lib/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { NO_FILTERS, type Filters } from './filters.ts';

/** A sentence about a search that ends in a link. */
export interface HintLine {
	text: string;
	label: string;
	href: string;
	/** What comes after the link. */
	end: '?' | '.';
}

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
	{ province }: Filters,
	linkTo: (filters: Filters) => string,
	dates: URLSearchParams
): HintLine[] {
	if (!hints) return [];
	return [
		...hints.near.map((name) => ({
			text: m.view_hint_near(),
			label: name,
			href: linkTo({ ...NO_FILTERS, search: name }),
			end: '?' as const
		})),
		...hints.meanings.map(({ name, kind, code, municipality }) => ({
			text: MEANINGS[kind]({ name }),
			label: municipality,
			href: link(`/gemeenten/${code}`, dates),
			end: '.' as const
		})),
		...(hints.province && hints.province.slug !== province
			? [
					{
						text: m.view_hint_province(),
						label: hints.province.name,
						href: linkTo({ ...NO_FILTERS, province: hints.province.slug }),
						end: '.' as const
					}
				]
			: [])
	];
}
