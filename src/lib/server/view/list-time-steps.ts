import { sql, type Kysely } from 'kysely';
import { libraryFilter, pointFilter } from '#lib/server/coverage/filter-sql.ts';
import { listEventDays } from '#lib/server/coverage/list-event-days.ts';
import { knownDay, type Where } from '#lib/server/coverage/where.ts';
import type { DB } from '#lib/server/db/schema.ts';
import { countOnDays, type DayChange, type TimeStep } from '#lib/view/time-steps.ts';

/** Views differ in their filters and in K only; this many are kept per version of the data. */
const MOST_KEPT = 40;

/** What was counted for one version of the data; a database handle that is gone takes it along. */
interface Kept {
	version: number;
	steps: Map<string, TimeStep[]>;
	/** Organisations that come and go, whatever is known of their points. */
	active: Map<string, DayChange[]>;
}

const keptOf = new WeakMap<Kysely<DB>, Kept>();

function keptFor(db: Kysely<DB>, version: number): Kept {
	const known = keptOf.get(db);
	if (known?.version === version) return known;
	const fresh: Kept = { version, steps: new Map(), active: new Map() };
	keptOf.set(db, fresh);
	return fresh;
}

async function keep<T>(kept: Map<string, T>, key: string, read: () => Promise<T>): Promise<T> {
	const value = kept.get(key) ?? (await read());
	if (kept.size >= MOST_KEPT) kept.clear();
	kept.set(key, value);
	return value;
}

/**
 * The steps of the time slider: the days on which a point opened, closed or reopened, with the
 * organisations that had a realised point and all there were. They do not depend on the day looked at,
 * so they are kept until the data changes.
 */
export function listTimeSteps(
	db: Kysely<DB>,
	where: Where,
	dataVersion: number
): Promise<TimeStep[]> {
	const kept = keptFor(db, dataVersion);
	const { province, supportInstitute, cohort, search } = where.filters;
	// A search also looks at where libraries are on the day looked at.
	const day = search ? where.asOf.validOn : null;
	const filters = JSON.stringify([province, supportInstitute, cohort, search, day]);
	return keep(kept.steps, `${knownDay(where)} ${filters}`, async () => {
		const [days, open, total] = await Promise.all([
			listEventDays(db, where),
			listOpenChanges(db, where),
			keep(kept.active, search ? `${knownDay(where)} ${filters}` : filters, () =>
				listActiveChanges(db, where)
			)
		]);
		const opens = countOnDays(days, open);
		const totals = countOnDays(days, total);
		return days.map((day, index) => ({ day, open: opens[index] ?? 0, total: totals[index] ?? 0 }));
	});
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
		with active as materialized (
			select library.active_from, library.active_to, count(*)::int as organisations
			from library where ${libraryFilter(where)} group by 1, 2
		)
		select day, sum(change)::int as change from (
			select active_from as day, organisations as change from active
			union all
			select active_to, -organisations from active
		) both_ends
		group by day order by day`;
	return (await query.execute(db)).rows;
}
