import type { Kysely } from 'kysely';
import { factChanges } from '#lib/figures/progress/fact-changes.ts';
import {
	expectedRows,
	firstPlannedRows,
	notYetRealised,
	openedRows,
	plannedRows
} from '#lib/figures/progress/planned-rows.ts';
import { PLAN_LANES, type PlanChange, type PlanLane } from '#lib/figures/progress/types.ts';
import type { DatedRows } from '#lib/ledger/point-states/dated-rows.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readKnown } from '#lib/server/ledger/point-states/select-states.ts';
import type { Counter } from './counters.ts';

/**
 * By how much what is planned changes, per province and day, by the plans as they stood on (D, K).
 * Days are those aimed at; on each of them the libraries and municipalities of that day count.
 */
export async function listPlanChanges(
	db: Kysely<DB>,
	where: Where,
	counter: Counter
): Promise<PlanChange[]> {
	const known = await readKnown(db, where);
	const expected = expectedRows(known);
	const lanes: Record<PlanLane, DatedRows> = {
		firstPlan: firstPlannedRows(known),
		plan: plannedRows(known),
		planOpened: openedRows(known),
		forecast: counter.column ? notYetRealised(expected, known, counter.column) : expected
	};
	return PLAN_LANES.flatMap((lane) =>
		factChanges((count) => counter.count(lanes[lane], count)).map((change) => ({ ...change, lane }))
	);
}
