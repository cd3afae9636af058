import { formatShortDay, type Day } from '#lib/base/day/day.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

export interface Planned {
	/** Open, on the day asked for or (when that is still to come) today. */
	open: number;
	/** By the first plan, up to the day asked for. */
	planned: number;
	/** All there are; null where there is no fixed number. Nothing has no verdict. */
	total: number | null;
	/** False beside a selection of a status that nothing has: then no verdict stands on the page. */
	judged?: boolean;
}

/**
 * "Gepland: 53 (12 achter)". Without anything planned there is nothing to be on schedule with, and a
 * plan for a day to come has not passed, so that it is only told.
 */
export function planText(
	{ open, planned, total, judged = true }: Planned,
	asked: Day,
	today: Day
): string {
	const until = () =>
		m.view_figure_planned_until({
			planned: formatNumber(planned),
			date: formatShortDay(asked, getLocale())
		});
	if (asked > today) return until();
	if (total === 0) return '';
	// Nothing by this day: later plans there may be.
	if (planned === 0) return until();
	const told = m.view_figure_planned({ planned: formatNumber(planned) });
	return judged ? `${told} (${verdict(planned - open)})` : told;
}

function verdict(behind: number): string {
	if (behind > 0) return m.view_figure_behind({ count: behind });
	return behind < 0 ? m.view_figure_ahead({ count: -behind }) : m.view_figure_on_plan();
}
