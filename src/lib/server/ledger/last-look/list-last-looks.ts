import { sql, type Kysely, type RawBuilder } from 'kysely';
import { earliestDay, type Day } from '#lib/base/day/day.ts';
import { among, libraryFilter, libraryIsActive } from '#lib/server/base/selection/filter-sql.ts';
import { holdsOnDay, knownDay, statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { lastLooks } from './last-look.ts';

/** The day that looks are counted to: the day of the facts, but not after what is known. */
export function countedTo(where: Where): Day {
	return earliestDay([statusDay(where), knownDay(where)])!;
}

/**
 * Tables `listed` (libraries of (D, K), only those with these ids when they are given), `point` (their
 * locations on D) and `looked` (`library_id`, `last_on`), to begin a query with.
 */
export function withLooks(where: Where, ids: readonly number[] | null = null): RawBuilder<unknown> {
	return sql`
		with listed as materialized (
			select library.* from library
			where ${libraryIsActive(where)} and ${libraryFilter(where)} and ${among('library.id', ids)}
		),
		point as materialized (
			select period.information_point_id as id, period.library_id
			from information_point_period period join listed on listed.id = period.library_id
			where ${holdsOnDay('period', where)}
		),
		looked as materialized (${lastLooks('listed', 'point', countedTo(where))})`;
}

/** When somebody last looked at each of these libraries (null: all of the selection), by id. */
export async function listLastLooks(
	db: Kysely<DB>,
	where: Where,
	ids: readonly number[] | null
): Promise<Map<number, Day | null>> {
	const { rows } = await sql<{ libraryId: number; lastOn: Day | null }>`
		${withLooks(where, ids)} select library_id, last_on from looked`.execute(db);
	return new Map(rows.map(({ libraryId, lastOn }) => [libraryId, lastOn]));
}

/**
 * When somebody last looked at the library of each municipality that one serves on D, by its code. Of
 * several libraries it is the one that was left alone longest; null when nobody ever looked at one.
 */
export async function listMunicipalityLooks(
	db: Kysely<DB>,
	where: Where
): Promise<Map<string, Day | null>> {
	const { rows } = await sql<{ code: string; lastOn: Day | null }>`
		${withLooks(where)}
		select area.municipality_code as code,
			case when bool_and(looked.last_on is not null) then min(looked.last_on) end as last_on
		from library_municipality area join looked on looked.library_id = area.library_id
		where ${holdsOnDay('area', where)} group by 1`.execute(db);
	return new Map(rows.map(({ code, lastOn }) => [code, lastOn]));
}
