import type { FigureContext } from '#lib/charts/figure.ts';
import { m } from '#lib/paraglide/messages.js';
import { filterSentences } from '#lib/view/filter-texts.ts';
import type { Progress } from './types.ts';

/** What goes along with every figure of the page: dates, filters, source. */
export function progressContext(
	{ view, today, demoData }: Pick<Progress, 'view' | 'today' | 'demoData'>,
	supportInstitutes: readonly { slug: string; name: string }[]
): FigureContext {
	// A filter by status does not apply here.
	const filters = { ...view.filters, statuses: [] };
	return {
		validOn: view.asOf.validOn,
		knownOn: view.asOf.knownOn ?? today,
		filters: filterSentences({ ...view, filters }, today, supportInstitutes, () => '').map(
			({ text }) => text
		),
		source: m.progress_source(),
		demoData
	};
}
