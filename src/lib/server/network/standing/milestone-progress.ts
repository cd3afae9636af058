import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { LibraryMilestoneProgress } from '#lib/network/standing/types.ts';
import { milestonesOf } from '#lib/ledger/milestone/milestone.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { among, libraryFilter, libraryIsActive } from '#lib/server/base/selection/filter-sql.ts';
import { holdsOnBoth, type Where } from '#lib/server/base/selection/where.ts';

const LIBRARY_MILESTONES = milestonesOf('library');
const POINT_MILESTONES = milestonesOf('information_point');

// Written out, because the partial indexes are for exactly these.
const libraryCodes = sql.join(LIBRARY_MILESTONES.map((code) => sql.lit(code)));
const pointCodes = sql.join(POINT_MILESTONES.map((code) => sql.lit(code)));

/** More libraries than a page of a list has. */
export const MANY = 100;

const inScope = (codes: RawBuilder<unknown>) => sql`stand.milestone_code in (${codes})`;

/** A query of `library_id`, `done` and `spared` over the milestones of the libraries themselves. */
function ownProgressSql(where: Where, ids: readonly number[] | null): RawBuilder<unknown> {
	const scope = sql`stand.lane = 'status' and stand.library_id is not null and ${inScope(libraryCodes)}
		and ${holdsOnBoth('stand', where)} and ${among('stand.libraryId', ids)}`;
	return sql`
		with done as materialized (
			select stand.library_id, count(*)::int as done from milestone_state stand
			where stand.kind = 'achieved' and ${scope} group by 1
		), spared as materialized (
			select stand.library_id, count(*)::int as spared from milestone_state stand
			where stand.kind = 'not_applicable' and ${scope} group by 1
		)
		select library_id, coalesce(done, 0) as done, coalesce(spared, 0) as spared
		from done full join spared using (library_id)`;
}

/**
 * A query of `library_id`, `points`, `done` and `spared` over the points that exist on (D, K): those
 * of these libraries (null: all), and of these points (a condition on their id).
 */
function pointProgressSql(
	where: Where,
	ids: readonly number[] | null,
	points: RawBuilder<unknown> = sql`true`
): RawBuilder<unknown> {
	// Of many libraries, reading all points of the day and keeping theirs takes half as long.
	const ofLibraries =
		ids && ids.length > MANY
			? sql`(stand.library_id + 0) = any (${[...ids]})`
			: among('stand.libraryId', ids);
	const pointsOfLibraries = ids
		? sql`stand.information_point_id = any (array(select information_point_id from has))`
		: sql`true`;
	const scope = sql`stand.lane = 'status' and stand.information_point_id is not null
		and ${inScope(pointCodes)} and ${holdsOnBoth('stand', where)} and ${pointsOfLibraries} and ${points}`;
	// Each part is counted once, also by a planner that has no statistics of a new database yet.
	return sql`
		with has as materialized (
			select stand.information_point_id, stand.library_id from information_point_state stand
			where ${holdsOnBoth('stand', where)} and ${ofLibraries} and ${points}
		), done as materialized (
			select stand.information_point_id, count(*)::int as done from milestone_state stand
			where stand.kind = 'achieved' and ${scope} group by 1
		), spared as materialized (
			select stand.information_point_id, count(*)::int as spared from milestone_state stand
			where stand.kind = 'not_applicable' and ${scope} group by 1
		)
		select has.library_id, count(*)::int as points, coalesce(sum(done.done), 0)::int as done,
			coalesce(sum(spared.spared), 0)::int as spared
		from has left join done using (information_point_id) left join spared using (information_point_id)
		group by 1`;
}

/**
 * A query of `library_id`, `done` and `applicable` for the libraries with these ids (null: all):
 * achieved out of what applies, over its own milestones and those of the
 * points it has on (D, K). "Not applicable" leaves the denominator; running duties do not count.
 */
export function libraryProgressSql(
	where: Where,
	ids: readonly number[] | null
): RawBuilder<unknown> {
	return sql`
		with own as materialized (${ownProgressSql(where, ids)}),
			points as materialized (${pointProgressSql(where, ids)})
		select library.id as library_id,
			coalesce(own.done, 0) + coalesce(points.done, 0) as done,
			${LIBRARY_MILESTONES.length}::int - coalesce(own.spared, 0)
				+ coalesce(points.points, 0) * ${POINT_MILESTONES.length}::int - coalesce(points.spared, 0) as applicable
		from library
			left join own on own.library_id = library.id
			left join points on points.library_id = library.id
		where ${among('library.id', ids)}`;
}

interface OwnRow {
	libraryId: number;
	done: number;
	spared: number;
}

interface PointRow extends OwnRow {
	points: number;
}

/**
 * Milestones done per library active on D that the filters (but status) let through. Its own
 * milestones and two halves of the points are counted side by side: in a country a hundred times as
 * large one query would take one core for too long.
 */
export async function listMilestoneProgress(
	db: Kysely<DB>,
	where: Where
): Promise<LibraryMilestoneProgress[]> {
	const own = sql<OwnRow>`
		select library.id as library_id, coalesce(own.done, 0) as done, coalesce(own.spared, 0) as spared
		from library left join (${ownProgressSql(where, null)}) own on own.library_id = library.id
		where ${libraryIsActive(where)} and ${libraryFilter(where)}
		order by library.id`;
	const half = sql`(select max(id) / 2 from information_point)`;
	const pointsWhere = (condition: RawBuilder<unknown>) =>
		sql<PointRow>`${pointProgressSql(where, null, condition)}`.execute(db);
	const [libraries, ...halves] = await Promise.all([
		own.execute(db),
		pointsWhere(sql`stand.information_point_id <= ${half}`),
		pointsWhere(sql`stand.information_point_id > ${half}`)
	]);
	const pointsOf = Map.groupBy(
		halves.flatMap(({ rows }) => rows),
		(row) => row.libraryId
	);
	return libraries.rows.map((row) => toProgress(row, pointsOf.get(row.libraryId) ?? []));
}

function toProgress(
	{ libraryId, done, spared }: OwnRow,
	ofPoints: readonly PointRow[]
): LibraryMilestoneProgress {
	return ofPoints.reduce(
		(sum, row) => ({
			libraryId,
			done: sum.done + row.done,
			applicable: sum.applicable + row.points * POINT_MILESTONES.length - row.spared
		}),
		{ libraryId, done, applicable: LIBRARY_MILESTONES.length - spared }
	);
}
