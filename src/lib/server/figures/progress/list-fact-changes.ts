import type { Kysely } from 'kysely';
import { toDayNumber } from '#lib/base/day/day-number.ts';
import { factChanges } from '#lib/figures/progress/fact-changes.ts';
import type { ProgressMeasure } from '#lib/base/measure/measure.ts';
import { realisedRows } from '#lib/figures/progress/planned-rows.ts';
import type { ProvinceChange } from '#lib/figures/progress/types.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readRealised } from '#lib/server/ledger/point-states/select-states.ts';
import { readCounter, type Counter } from './counters.ts';

/**
 * By how much the realised number changes, per province and day, as known on K: the fact of the
 * curve, from dated events only.
 */
export async function listFactChanges(
	db: Kysely<DB>,
	where: Where,
	measure: ProgressMeasure,
	counter?: Counter
): Promise<ProvinceChange[]> {
	const { count: countRows } = counter ?? (await readCounter(db, where, measure));
	const realised = realisedRows(await readRealised(db, where));
	return factChanges((count) => countRows(realised, count));
}

/** The same of every day until today, whichever day is looked at. */
export async function listFactChangesEver(
	db: Kysely<DB>,
	where: Where,
	measure: ProgressMeasure
): Promise<ProvinceChange[]> {
	const factDay = toDayNumber(where.today);
	const { count: countRows } = await readCounter(db, where, measure, factDay);
	const realised = realisedRows({ ...(await readRealised(db, where)), factDay });
	return factChanges((count) => countRows(realised, count));
}
