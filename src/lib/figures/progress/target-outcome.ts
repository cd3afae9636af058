import { formatDay, type Day } from '#lib/base/day/day.ts';
import { formatNumber } from '#lib/base/i18n/numbers.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { reachedOn, rowOn } from './curve.ts';
import type { PolicyTarget, RolloutProgress } from './types.ts';

type Asked = Pick<PolicyTarget, 'value' | 'dueOn'>;
type Curve = Pick<RolloutProgress, 'rows' | 'query' | 'view' | 'today' | 'mostlyUnfilled'>;

export type TargetVerdict =
	{ kind: 'reached'; on: Day } | { kind: 'missed' | 'open'; fact: number; value: number };

/**
 * What became of a target by the peildatum, from the curve of locations. Null where no number was
 * given or most libraries are not filled in, so that there is nothing to test, and for other measures, which say nothing about it.
 */
export function targetVerdict(
	{ value, dueOn }: Asked,
	{ rows, query, view, today, mostlyUnfilled }: Curve
): TargetVerdict | null {
	if (value === null || query.measure !== 'locations') return null;
	const reached = reachedOn(rows, value);
	if (reached && reached <= dueOn) return { kind: 'reached', on: reached };
	if (mostlyUnfilled) return null;
	const factDay = view.asOf.validOn < today ? view.asOf.validOn : today;
	const isOver = dueOn <= factDay;
	const fact = rowOn(rows, isOver ? dueOn : factDay)?.fact ?? 0;
	return { kind: isOver ? 'missed' : 'open', fact, value };
}

/** The verdict in words, beside the target. */
export function targetOutcome(target: Asked, curve: Curve): string {
	if (target.value === null) return m.progress_target_undefined();
	const verdict = targetVerdict(target, curve);
	if (!verdict) return curve.mostlyUnfilled ? m.progress_target_unfilled() : '';
	if (verdict.kind === 'reached')
		return m.progress_target_reached({ date: formatDay(verdict.on, getLocale()) });
	const numbers = { fact: formatNumber(verdict.fact), value: formatNumber(verdict.value) };
	if (verdict.kind === 'open') return m.progress_target_open(numbers);
	return m.progress_target_missed({ ...numbers, date: formatDay(target.dueOn, getLocale()) });
}
