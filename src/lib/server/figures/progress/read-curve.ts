import type { Kysely } from 'kysely';
import { changesOf, drawCurve, type Curve, type CurveDays } from '#lib/figures/progress/curve.ts';
import type { ProgressMeasure } from '#lib/base/measure/measure.ts';
import type { PlanChange, ProvinceChange } from '#lib/figures/progress/types.ts';
import { statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readCounter } from './counters.ts';
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
	const counter = await readCounter(db, where, measure);
	const [facts, plans] = await Promise.all([
		listFactChanges(db, where, measure, counter),
		listPlanChanges(db, where, counter)
	]);
	return { facts, plans };
}

export interface CurveOptions extends Pick<CurveDays, 'also' | 'reached'> {
	/** Of one province; of all together when absent. */
	provinceCode?: string;
}

/** The curve of these changes as it stood on (D, K). */
export function toCurve(
	{ facts, plans }: ProgressChanges,
	where: Where,
	{ provinceCode, ...more }: CurveOptions = {}
): Curve {
	return drawCurve(changesOf(facts, plans, provinceCode ?? null), {
		factDay: statusDay(where),
		validOn: where.asOf.validOn,
		...more
	});
}
