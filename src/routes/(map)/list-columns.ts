import type { Column } from '#lib/base/components/data-table.ts';
import type { Day } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { SORTS, type Direction, type SortKey } from '#lib/base/selection/list.ts';
import { viewLink } from '#lib/base/selection/view-link.ts';
import type { View } from '#lib/base/selection/view.ts';

const LABELS: Record<SortKey, () => string> = {
	name: m.view_column_name,
	province: m.view_column_province,
	municipality: m.view_column_municipality,
	library: m.view_column_library,
	status: m.view_column_status,
	inhabitants: m.view_column_inhabitants,
	points: m.view_column_points,
	firstPlan: m.view_column_first_plan,
	plan: m.view_column_plan,
	forecast: m.view_column_forecast,
	opened: m.view_column_opened,
	milestones: m.view_column_milestones,
	looked: m.freshness_word
};
const NUMERIC: readonly SortKey[] = ['inhabitants', 'points', 'milestones'];
/** What stays on a narrow screen; the first cell says the most important of the rest. */
const NARROW: readonly SortKey[] = ['name', 'status'];

/** The columns of the list of a view, each heading a link that sorts by it (again: the other way). */
export function listColumns(view: View, today: Day): Column[] {
	return SORTS[view.list].map((sort) => {
		const isSorted = view.sort === sort;
		const direction: Direction = isSorted && view.direction === 'asc' ? 'desc' : 'asc';
		return {
			key: sort,
			label: LABELS[sort](),
			numeric: NUMERIC.includes(sort),
			wide: !NARROW.includes(sort),
			sortHref: viewLink(view, today, { sort, direction }),
			...(isSorted ? { sorted: view.direction === 'asc' ? 'ascending' : 'descending' } : {})
		};
	});
}
