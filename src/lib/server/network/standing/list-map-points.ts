import { sql, type Kysely } from 'kysely';
import type { MapPointStanding } from '#lib/network/standing/types.ts';
import type { GeoBounds } from '#lib/base/map/types.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { pointFilter, statusFilter } from '#lib/server/base/selection/filter-sql.ts';
import { pointStatusSql } from './read-headline.ts';
import { holdsOnBoth, type Where } from '#lib/server/base/selection/where.ts';
import { precisionPart, readOpeningPrecision } from './opening-precision.ts';

/** Up to this many points go with the page; above it the map asks per view. */
export const INLINE_POINTS = 2_000;

/** How many points `listMapPoints` would give for the whole country. */
export async function countMapPoints(db: Kysely<DB>, where: Where): Promise<number> {
	const query = sql<{ count: number }>`
		select count(*)::int as count from information_point_state stand
		where ${holdsOnBoth('stand', where)} and ${pointFilter(where)}
			and ${statusFilter(pointStatusSql(where), where)}`;
	return (await query.execute(db)).rows[0]?.count ?? 0;
}

/** The points that exist on (D, K), in the order of their names, within `bounds` when given. */
export async function listMapPoints(
	db: Kysely<DB>,
	where: Where,
	bounds?: GeoBounds,
	limit?: number
): Promise<MapPointStanding[]> {
	const within = bounds
		? sql`point.lat between ${bounds.south} and ${bounds.north} and point.lon between ${bounds.west} and ${bounds.east}`
		: sql`true`;
	const status = pointStatusSql(where);
	const query = sql<MapPointStanding>`
		select point.id, point.lat, point.lon, point.name, stand.municipality_code,
			point.location_precision <> 'address' as approximate,
			${status} as status, stand.opened_on, stand.awaited_on as plan_on,
			stand.first_plan_on
		from information_point_state stand
			join information_point point on point.id = stand.information_point_id
		where ${holdsOnBoth('stand', where)} and ${pointFilter(where)} and ${within}
			and ${statusFilter(status, where)}
		order by point.searchable, point.id
		${limit === undefined ? sql`` : sql`limit ${limit}`}`;
	const [{ rows }, precision] = await Promise.all([
		query.execute(db),
		readOpeningPrecision(db, where)
	]);
	return rows.map((row) => ({ ...row, ...precisionPart(precision.ofPoint(row.id)) }));
}
