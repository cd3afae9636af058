import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { OpeningSchedule } from '#lib/network/opening-hours/hours.ts';
import { HOURS_TRAITS, scheduleOf } from '#lib/network/opening-hours/schedule.ts';
import { listTraits } from '#lib/server/network/trait/queries.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** When a point is open, as known at the end of `knownOn` (null: now). */
export async function readSchedule(
	db: Kysely<DB>,
	pointId: number,
	knownOn: Day | null
): Promise<OpeningSchedule> {
	return scheduleOf(await listTraits(db, pointId, HOURS_TRAITS), knownOn);
}
