import { COHORTS, type Cohort } from '#lib/base/selection/filters.ts';
import type { CohortOpenings } from './types.ts';

/** How fast the organisations of one group opened. */
export interface CohortCurve {
	cohort: Cohort;
	/** Organisations with a recorded application. */
	total: number;
	open: number;
	/** The week in which half of the group was open; null when it is not. */
	medianWeeks: number | null;
	/**
	 * The last week that can be told: every organisation that is still waiting has waited that long.
	 * Beyond it, a group would look slower only because it started later.
	 */
	lastWeek: number;
}

/** Every group in its order, also one without organisations; or only the one that is asked for. */
export function cohortCurves(
	openings: readonly CohortOpenings[],
	asked: Cohort | null = null
): CohortCurve[] {
	const cohorts = asked === null ? COHORTS : [asked];
	return cohorts.map((cohort) => {
		const rows = openings.filter((row) => row.cohort === cohort);
		const total = sum(rows);
		const open = rows.filter(({ weeks }) => weeks !== null);
		const waiting = rows.map((row) => row.waiting).filter((weeks) => weeks !== null);
		const opened = [...new Set(open.map(({ weeks }) => weeks ?? 0))].sort((a, b) => a - b);
		const median = opened.find((week) => openWithin(openings, cohort, week) * 2 >= total);
		return {
			cohort,
			total,
			open: sum(open),
			medianWeeks: median ?? null,
			lastWeek: Math.max(0, waiting.length > 0 ? Math.min(...waiting) : (opened.at(-1) ?? 0))
		};
	});
}

export interface CohortRow {
	week: number;
	/** Share open within that many weeks, 0–1, per curve; null where it cannot be told. */
	shares: (number | null)[];
}

/** The share of each group that was open within so many weeks, for each week in which one changes. */
export function cohortRows(
	openings: readonly CohortOpenings[],
	curves: readonly CohortCurve[]
): CohortRow[] {
	const weeks = new Set<number>([0, ...curves.map(({ lastWeek }) => lastWeek)]);
	const lastOf = new Map(curves.map(({ cohort, lastWeek }) => [cohort, lastWeek]));
	for (const row of openings)
		if (row.weeks !== null && row.weeks <= (lastOf.get(row.cohort) ?? -1)) weeks.add(row.weeks);
	return [...weeks]
		.sort((a, b) => a - b)
		.map((week) => ({
			week,
			shares: curves.map(({ cohort, total, lastWeek }) =>
				total > 0 && week <= lastWeek ? openWithin(openings, cohort, week) / total : null
			)
		}));
}

function openWithin(openings: readonly CohortOpenings[], cohort: Cohort, week: number): number {
	return sum(
		openings.filter((row) => row.cohort === cohort && row.weeks !== null && row.weeks <= week)
	);
}

const sum = (rows: readonly CohortOpenings[]) => rows.reduce((all, { count }) => all + count, 0);
