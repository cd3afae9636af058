import { asOfParams, parseAsOf, type AsOf, type Notice } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import { parseFilters, writeFilters, type Filters } from '#lib/base/selection/filters.ts';
import {
	LIST_SLUGS,
	parseListView,
	writeListView,
	type Direction,
	type SortKey
} from '#lib/base/selection/list.ts';

/** What the address of the list of libraries says; the parameters are those of the map page. */
export interface LibraryList {
	asOf: AsOf;
	filters: Filters;
	sort: SortKey;
	direction: Direction;
	/** From 1. */
	page: number;
}

/**
 * Reads the list of an address; what cannot be used is left out and named in `notices`. Give the
 * slugs of the support institutes to have unknown ones told.
 */
export function parseLibraryList(
	params: URLSearchParams,
	today: Day,
	supportInstitutes: readonly string[]
): { list: LibraryList; notices: Notice[] } {
	const { asOf, notices } = parseAsOf(params, today);
	const ofLibraries = new URLSearchParams(params);
	// On the map page another list is the first; here there is only this one.
	ofLibraries.set('weergave', LIST_SLUGS.libraries);
	const { sort, direction, page } = parseListView(ofLibraries, notices);
	const filters = parseFilters(params, notices, supportInstitutes);
	return { list: { asOf, filters, sort, direction, page }, notices };
}

/** The shortest address parameters that say this list; `parseLibraryList` reads them back. */
export function libraryListParams(list: LibraryList, today: Day): URLSearchParams {
	const params = asOfParams(list.asOf, today);
	writeFilters(params, list.filters);
	writeListView(params, { ...list, list: 'libraries' });
	params.delete('weergave');
	return params;
}
