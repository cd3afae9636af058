import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { LibraryMilestoneProgress } from '#lib/coverage/types.ts';
import { milestonesOf } from '#lib/milestone/milestone.ts';
import type { DB } from '#lib/server/db/schema.ts';
import { libraryFilter, libraryIsActive } from './filter-sql.ts';
import { holdsOnBoth, type Where } from './where.ts';

const LIBRARY_MILESTONES = milestonesOf('library');
const POINT_MILESTONES = milestonesOf('information_point');

// Written out, because the partial indexes are for exactly these.
const libraryCodes = sql.join(LIBRARY_MILESTONES.map((code) => sql.lit(code)));
const pointCodes = sql.join(POINT_MILESTONES.map((code) => sql.lit(code)));

/**
 * A query of `library_id`, `done` and `applicable` for the libraries with these ids (null: all):
 * achieved out of what applies, over its own milestones and those of the
 * points it has on (D, K). "Not applicable" leaves the denominator; running duties do not count.
 */
export function libraryProgressSql(
	where: Where,
	ids: readonly number[] | null
): RawBuilder<unknown> {
	const of = (column: string) => (ids ? sql`${sql.ref(column)} = any (${[...ids]})` : sql`true`);
	const pointsOf = ids
		? sql`stand.information_point_id = any (array(select information_point_id from has))`
		: sql`true`;
	const inScope = (code: RawBuilder<unknown>) => sql`stand.milestone_code in (${code})`;
	// Each part is counted once, also by a planner that has no statistics of a new database yet.
	return sql`
		with has as materialized (
			select stand.information_point_id, stand.library_id from information_point_state stand
			where ${holdsOnBoth('stand', where)} and ${of('stand.libraryId')}
		), own as materialized (
			select stand.library_id, count(*)::int as done from milestone_state stand
			where stand.lane = 'status' and stand.kind = 'achieved' and ${inScope(libraryCodes)}
				and ${holdsOnBoth('stand', where)} and stand.library_id is not null and ${of('stand.libraryId')}
			group by 1
		), point_done as materialized (
			select stand.information_point_id, count(*)::int as done from milestone_state stand
			where stand.lane = 'status' and stand.kind = 'achieved' and stand.information_point_id is not null
				and ${inScope(pointCodes)} and ${holdsOnBoth('stand', where)} and ${pointsOf}
			group by 1
		), points as materialized (
			select has.library_id, count(*)::int as points, coalesce(sum(point_done.done), 0)::int as done
			from has left join point_done using (information_point_id) group by 1
		), spared as materialized (
			select coalesce(stand.library_id, has.library_id) as library_id, count(*)::int as spared
			from milestone_state stand left join has using (information_point_id)
			where stand.lane = 'status' and stand.kind = 'not_applicable'
				and (stand.library_id is not null and ${inScope(libraryCodes)} or has.library_id is not null and ${inScope(pointCodes)})
				and ${holdsOnBoth('stand', where)}
			group by 1
		)
		select library.id as library_id,
			coalesce(own.done, 0) + coalesce(points.done, 0) as done,
			${LIBRARY_MILESTONES.length}::int + coalesce(points.points, 0) * ${POINT_MILESTONES.length}::int - coalesce(spared.spared, 0) as applicable
		from library
			left join own on own.library_id = library.id
			left join points on points.library_id = library.id
			left join spared on spared.library_id = library.id
		where ${of('library.id')}`;
}

/** Milestones done per library active on D that the filters (but status) let through. */
export async function listMilestoneProgress(
	db: Kysely<DB>,
	where: Where
): Promise<LibraryMilestoneProgress[]> {
	const query = sql<LibraryMilestoneProgress>`
		select progress.library_id, progress.done, progress.applicable
		from (${libraryProgressSql(where, null)}) progress
			join library on library.id = progress.library_id
		where ${libraryIsActive(where)} and ${libraryFilter(where)}
		order by progress.library_id`;
	return (await query.execute(db)).rows;
}
