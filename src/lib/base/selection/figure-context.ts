import { factDayOf } from '#lib/base/as-of/as-of.ts';
import type { FigureContext } from '#lib/base/charts/figure.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Day } from '#lib/base/day/day.ts';
import { filterSentences } from './filter-texts.ts';
import type { View } from './view.ts';

/** What goes along with every figure of a page: its dates, filters and source. */
export function viewContext(
	{ view, today, demoData }: { view: View; today: Day; demoData: boolean },
	supportInstitutes: readonly { slug: string; name: string }[]
): FigureContext {
	// A filter by status does not apply here.
	const filters = { ...view.filters, statuses: [] };
	return {
		validOn: view.asOf.validOn,
		factsOn: factDayOf(view.asOf, today),
		knownOn: view.asOf.knownOn ?? today,
		filters: filterSentences({ ...view, filters }, today, supportInstitutes, () => '').map(
			({ text }) => text
		),
		source: m.progress_source(),
		demoData
	};
}
