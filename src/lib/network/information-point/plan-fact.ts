import { formatDay, type Day } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import type { OpeningDays } from './opening-days.ts';
import { planNote } from './plan-standing.ts';

/**
 * The current plan of a library or municipality, as lists and its status have it, with where that
 * stands; and the next opening that is not on hold, where that is another one.
 */
export function planFact(
	{ awaited, next }: Pick<OpeningDays, 'awaited' | 'next'>,
	day: Day,
	locale: string
): { label: string; value: string; note?: string | undefined } {
	const other =
		next !== null && next.planOn !== awaited?.planOn
			? m.dossier_next_going({ date: formatDay(next.planOn!, locale) })
			: undefined;
	const notes = [awaited ? planNote(awaited, day, locale) : undefined, other].filter(Boolean);
	return {
		label: m.dossier_plan(),
		value: awaited === null ? '–' : formatDay(awaited.planOn!, locale),
		note: notes.length === 0 ? undefined : notes.join('. ')
	};
}
