import { FOREVER_NUMBER, type DayNumber } from '#lib/base/day/day-number.ts';
import type { LibraryNumbers } from '#lib/ledger/point-states/library-numbers.ts';
import { COHORTS } from '#lib/base/selection/filters.ts';
import type { CohortOpenings } from './types.ts';

/** The organisations of these rows; the days are by their id. */
export interface Applicants {
	libraries: Pick<LibraryNumbers, 'id' | 'cohort'>;
	rows: readonly number[];
	appliedOn: ReadonlyMap<number, DayNumber>;
	/** First opening of a realised point; `FOREVER_NUMBER` or absent without one. */
	openedOn: Int32Array;
}

/**
 * Counts the organisations that applied per group and weeks: whole weeks, rounded up, until they
 * opened, or whole weeks that they had waited on `factDay`.
 */
export function cohortOpenings(
	{ libraries: { id: ids, cohort }, rows, appliedOn, openedOn }: Applicants,
	factDay: DayNumber
): CohortOpenings[] {
	const counts = new Map<string, CohortOpenings>();
	for (const row of rows) {
		const id = ids[row]!;
		const group = COHORTS[cohort[row]! - 1];
		const applied = appliedOn.get(id);
		if (group === undefined || applied === undefined) continue;
		const opened = openedOn[id] ?? FOREVER_NUMBER;
		const isOpen = opened !== FOREVER_NUMBER;
		const weeks = isOpen ? Math.max(0, Math.ceil((opened - applied) / 7)) : null;
		const waiting = isOpen ? null : Math.floor((factDay - applied) / 7);
		const key = `${group} ${weeks} ${waiting}`;
		const counted = counts.get(key) ?? { cohort: group, weeks, waiting, count: 0 };
		counted.count++;
		counts.set(key, counted);
	}
	return [...counts.values()];
}
