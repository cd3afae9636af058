import type { Day } from '#lib/base/day/day.ts';

/**
 * A day on which something opened or closed, with the organisations that were open after it. The first
 * step is the first day there is, so that before the first opening the slider tells zero.
 */
export interface TimeStep {
	day: Day;
	open: number;
	/** Organisations active that day. */
	total: number;
}

/** By how many something changes from a day on. */
export interface DayChange {
	day: Day;
	change: number;
}

/** The sum of all changes up to and including each of the days; both are in order. */
export function countOnDays(days: readonly Day[], changes: readonly DayChange[]): number[] {
	let next = 0;
	let sum = 0;
	return days.map((day) => {
		for (let change = changes[next]; change && change.day <= day; change = changes[++next])
			sum += change.change;
		return sum;
	});
}

/** The last step on or before `day`; the first one when `day` is earlier than all; -1 without steps. */
export function stepAt(steps: readonly TimeStep[], day: Day): number {
	let found = -1;
	for (const [index, step] of steps.entries()) {
		if (step.day > day) break;
		found = index;
	}
	return steps.length > 0 ? Math.max(found, 0) : -1;
}

/** The changes right before and right after `day`; null where there is none. */
export function neighbours(
	steps: readonly TimeStep[],
	day: Day
): { before: Day | null; after: Day | null } {
	return {
		before: steps.findLast((step, index) => index > 0 && step.day < day)?.day ?? null,
		after: steps.find((step, index) => index > 0 && step.day > day)?.day ?? null
	};
}

/**
 * The steps that playing shows: at most `most`, evenly chosen, always with the last one. Playing
 * starts at `from`, or at the beginning when `from` is the last step.
 */
export function playSteps(count: number, from: number, most: number): number[] {
	const start = from >= count - 1 ? 0 : from + 1;
	const stride = Math.max(1, Math.ceil((count - start) / most));
	const chosen: number[] = [];
	for (let index = count - 1; index >= start; index -= stride) chosen.unshift(index);
	return chosen;
}
