import type { Kysely } from 'kysely';
import type { Day } from '#lib/day/day.ts';
import { changesOf, curveRows } from '#lib/progress/curve.ts';
import type { ProgressMeasure } from '#lib/progress/measure.ts';
import type { CurveRow, PlanChange, ProvinceChange } from '#lib/progress/types.ts';
import { statusDay, type Where } from '#lib/server/coverage/where.ts';
import type { DB } from '#lib/server/db/schema.ts';
import { listFactChanges } from './list-fact-changes.ts';
import { listPlanChanges } from './list-plan-changes.ts';

/** What the curve and the small ones per province are made of. */
export interface ProgressChanges {
	facts: ProvinceChange[];
	plans: PlanChange[];
}

export async function readChanges(
	db: Kysely<DB>,
	where: Where,
	measure: ProgressMeasure
): Promise<ProgressChanges> {
	const [facts, plans] = await Promise.all([
		listFactChanges(db, where, measure),
		listPlanChanges(db, where, measure)
	]);
	return { facts, plans };
}

/** The curve of these changes as it stood on (D, K); of one province, or with null of all. */
export function toCurve(
	{ facts, plans }: ProgressChanges,
	where: Where,
	{ provinceCode = null, also = [] }: { provinceCode?: string | null; also?: readonly Day[] } = {}
): CurveRow[] {
	return curveRows(changesOf(facts, plans, provinceCode), {
		factDay: statusDay(where),
		validOn: where.asOf.validOn,
		also
	});
}
