import { FILTERS, writeFilters, type Filters } from '#lib/base/selection/filters.ts';
import type { HintLine } from '#lib/base/selection/hint-line.ts';
import { datesOf } from '#lib/base/selection/view-link.ts';
import { hintLines } from '#lib/network/standing/hint-lines.ts';
import { isNothing } from '#lib/network/standing/is-nothing.ts';
import { m } from '#lib/paraglide/messages.js';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import { readSearchHints } from '#lib/server/network/standing/read-search.ts';
import type { Question } from './question.ts';

/** What there is to say about the search of an address: what its words mean, or which are nearest. */
export async function listSearchHints(
	{ db, where, view, today }: Question,
	url: URL
): Promise<HintLine[]> {
	if (!where.filters.search) return [];
	const isEmpty = isNothing(await readHeadline(db, where));
	const hints = await readSearchHints(db, where, isEmpty ? 0 : 1);
	const linkTo = (filters: Filters) => withFilters(url, filters);
	const lines = hintLines(hints, view.filters, linkTo, datesOf(view, today));
	const { search } = where.filters;
	return isEmpty ? [{ text: m.view_hint_nothing({ search }), end: '' }, ...lines] : lines;
}

/** The same address with other filters; what else it says stays. */
function withFilters({ pathname, searchParams }: URL, filters: Filters): string {
	const params = new URLSearchParams(searchParams);
	for (const { parameter } of Object.values(FILTERS)) params.delete(parameter);
	writeFilters(params, filters);
	return `${pathname}?${params}`;
}
