import { formatDay } from '#lib/day/day.ts';
import { formatNumber } from '#lib/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { reachedOn, rowOn } from './curve.ts';
import type { PolicyTarget, Progress } from './types.ts';

/**
 * What became of a target by the peildatum, from the curve of locations: reached on, missed, or not
 * yet. Where no number was given there is nothing to test; other measures say nothing about it.
 */
export function targetOutcome(
	target: Pick<PolicyTarget, 'value' | 'dueOn'>,
	{ rows, query, view, today }: Pick<Progress, 'rows' | 'query' | 'view' | 'today'>
): string {
	const { value, dueOn } = target;
	if (value === null) return m.progress_target_undefined();
	if (query.measure !== 'locations') return '';
	const reached = reachedOn(rows, value);
	if (reached && reached <= dueOn)
		return m.progress_target_reached({ date: formatDay(reached, getLocale()) });
	const factDay = view.asOf.validOn < today ? view.asOf.validOn : today;
	const isOver = dueOn <= factDay;
	const fact = formatNumber(rowOn(rows, isOver ? dueOn : factDay)?.fact ?? 0);
	if (!isOver) return m.progress_target_open({ fact, value: formatNumber(value) });
	const date = formatDay(dueOn, getLocale());
	return m.progress_target_missed({ fact, value: formatNumber(value), date });
}
