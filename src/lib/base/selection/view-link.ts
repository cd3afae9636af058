import { asOfParams } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import { link } from '#lib/base/i18n/link.ts';
import { isUnfiltered, NO_FILTERS, type Filters } from './filters.ts';
import { viewParams, type View } from './view.ts';

/** What a link changes in a view; filters may be changed one at a time. */
export interface ViewChange extends Partial<Omit<View, 'filters'>> {
	filters?: Partial<Filters>;
}

/** The view after a change. The list starts again at its first page unless the page is what changes. */
export function changedView(view: View, change: ViewChange): View {
	return {
		...view,
		page: 1,
		...change,
		filters: { ...view.filters, ...change.filters }
	};
}

/** The address of the map page after a change of the view. */
export function viewLink(view: View, today: Day, change: ViewChange = {}): string {
	return link('/', viewParams(changedView(view, change), today));
}

/** The address of the map page without filters. */
export function unfilteredLink(view: View, today: Day): string {
	return viewLink(view, today, { filters: NO_FILTERS });
}

/** The address of a file of exactly this view. */
export function fileLink(
	path:
		| '/kaart.svg'
		| '/kaart.png'
		| '/deelkaart.png'
		| '/kaart.csv'
		| '/kaart.xlsx'
		| '/kaart.geojson'
		| '/kaart/punten.json',
	view: View,
	today: Day
): string {
	return link(path, viewParams(view, today));
}

/** The two dates as they go along to a dossier. */
export function datesOf(view: View, today: Day): URLSearchParams {
	return asOfParams(view.asOf, today);
}

/** True when something else than the province is filtered; a status selects no figures. */
export function isSelection(filters: Filters): boolean {
	return !isUnfiltered({ ...filters, province: null, statuses: [] });
}
