import type { Selection } from '#lib/network/standing/types.ts';
import { statusLabel } from '#lib/base/status/status-label.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';

/** What the statuses asked for select, as sentences of their own beside the headline. */
export function selectionText(selection: Selection): string {
	const { statuses, municipalities, organisations, points } = selection;
	const names = statuses.map(statusLabel);
	const chosen = m.view_selection_chosen({
		count: names.length,
		statuses: names.length === 1 ? names[0]! : names.map((name) => `‘${name}’`).join(', ')
	});
	if (municipalities + organisations + points === 0)
		return [chosen, m.view_selection_none(), m.view_selection_figures()].join(' ');
	const counted = (text: typeof m.view_selection_points, count: number) =>
		text({ count, number: formatNumber(count) });
	const shown = m.view_selection_shown({
		municipalities: counted(m.view_selection_municipalities, municipalities),
		organisations: counted(m.view_selection_organisations, organisations),
		points: counted(m.view_selection_points, points)
	});
	return [chosen, shown, m.view_selection_figures()].join(' ');
}
