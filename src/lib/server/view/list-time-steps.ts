import { sql, type Kysely } from 'kysely';
import { libraryFilter, pointFilter } from '#lib/server/coverage/filter-sql.ts';
import { listEventDays } from '#lib/server/coverage/list-event-days.ts';
import { knownDay, type Where } from '#lib/server/coverage/where.ts';
import type { DB } from '#lib/server/db/schema.ts';
import { countOnDays, type DayChange, type TimeStep } from '#lib/view/time-steps.ts';

/** Views differ in their filters and in K only; this many are kept per version of the data. */
const MOST_KEPT = 40;

/** Per database handle, the steps of the newest data version; a handle that is gone takes them along. */
const kept = new WeakMap<Kysely<DB>, { version: number; steps: Map<string, TimeStep[]> }>();

/**
 * The steps of the time slider: the days on which a point opened, closed or reopened, with the
 * organisations that had a realised point and all there were. They do not depend on the day looked at,
 * so they are kept until the data changes.
 */
export async function listTimeSteps(
	db: Kysely<DB>,
	where: Where,
	dataVersion: number
): Promise<TimeStep[]> {
	const known = kept.get(db);
	const ofVersion =
		known?.version === dataVersion ? known : { version: dataVersion, steps: new Map() };
	kept.set(db, ofVersion);
	const { province, supportInstitute, cohort, search } = where.filters;
	const key = JSON.stringify([knownDay(where), province, supportInstitute, cohort, search]);
	const steps = ofVersion.steps.get(key) ?? (await readSteps(db, where));
	if (ofVersion.steps.size >= MOST_KEPT) ofVersion.steps.clear();
	ofVersion.steps.set(key, steps);
	return steps;
}

async function readSteps(db: Kysely<DB>, where: Where): Promise<TimeStep[]> {
	const [days, open, total] = await Promise.all([
		listEventDays(db, where),
		listOpenChanges(db, where),
		listActiveChanges(db, where)
	]);
	const opens = countOnDays(days, open);
	const totals = countOnDays(days, total);
	return days.map((day, index) => ({ day, open: opens[index] ?? 0, total: totals[index] ?? 0 }));
}

/** By how many the organisations with a realised point change, per day. */
async function listOpenChanges(db: Kysely<DB>, where: Where): Promise<DayChange[]> {
	const known = knownDay(where);
	const query = sql<DayChange>`
		with realised as (
			select stand.library_id, range_agg(daterange(stand.valid_from, stand.valid_to)) as days
			from information_point_state stand
			where stand.realised and stand.known_from <= ${known} and stand.known_to > ${known}
				and ${pointFilter(where)}
			group by 1
		), piece as (select unnest(days) as days from realised)
		select day, sum(change)::int as change from (
			select lower(days) as day, 1 as change from piece
			union all
			select upper(days), -1 from piece
		) both_ends
		group by day order by day`;
	return (await query.execute(db)).rows;
}

/** By how many the organisations change, per day. */
async function listActiveChanges(db: Kysely<DB>, where: Where): Promise<DayChange[]> {
	const query = sql<DayChange>`
		select day, sum(change)::int as change from (
			select library.active_from as day, 1 as change from library where ${libraryFilter(where)}
			union all
			select library.active_to, -1 from library where ${libraryFilter(where)}
		) both_ends
		group by day order by day`;
	return (await query.execute(db)).rows;
}
