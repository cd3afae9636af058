import { sql, type Kysely } from 'kysely';
import { nearestOf, type Place } from '#lib/base/map/distance.ts';
import type { FoundPoint, NearestOpen } from '#lib/network/standing/search-hints.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { textOf } from '#lib/server/base/selection/find-municipalities.ts';
import { holdsOnBoth, holdsOnDay, type Where } from '#lib/server/base/selection/where.ts';

/** So many points are measured exactly; which they are is told by a flat distance, of one place at a time. */
const MEASURED = 5;

/** A place that was searched for with a point near it; a place without any open point has one row of nulls. */
interface Row extends Place {
	placeId: number;
	place: string;
	municipality: string;
	own: boolean | null;
	id: number | null;
	name: string | null;
	pointLat: number | null;
	pointLon: number | null;
}

/**
 * The accessible points of (D, K) that are nearest to the towns and villages of this name, the largest
 * places first. Filters do not move them: people cross borders.
 */
export async function listNearestOpen(
	db: Kysely<DB>,
	where: Where,
	search: string,
	most: number
): Promise<NearestOpen[]> {
	// One degree to the east is shorter than one to the north, by the cosine of the latitude.
	const away = sql`(open.lat - meant.lat) ^ 2 + ((open.lon - meant.lon) * cos(radians(meant.lat))) ^ 2`;
	const query = sql<Row>`
		with meant as (
			select place.id, place.name, place.lat, place.lon, municipality.code, municipality.name as municipality
			from place join place_municipality lies on lies.place_id = place.id and ${holdsOnDay('lies', where)}
				join municipality on municipality.code = lies.municipality_code and ${holdsOnDay('municipality', where)}
			where place.searchable = ${textOf(search)} or ${textOf(search)} = any (place.searchable_others)
			order by place.searchable = ${textOf(search)} desc, place.inhabitants desc, place.id limit ${most}
		), open as (
			select point.id, point.name, point.lat, point.lon, stand.municipality_code as code
			from information_point_state stand join information_point point on point.id = stand.information_point_id
			where stand.accessible and ${holdsOnBoth('stand', where)} and exists (select from meant)
		)
		select meant.id as place_id, meant.name as place, meant.municipality, meant.lat, meant.lon,
			near.own, near.id, near.name, near.lat as point_lat, near.lon as point_lon
		from meant left join lateral (
			(select open.*, false as own from open order by ${away}, open.id limit ${MEASURED})
			union all
			(select open.*, true from open where open.code = meant.code order by ${away}, open.id limit ${MEASURED})
		) near on true`;
	const { rows } = await query.execute(db);
	return [...Map.groupBy(rows, ({ placeId }) => placeId).values()].map(nearestOpen);
}

function nearestOpen(rows: readonly Row[]): NearestOpen {
	const [{ place, municipality }] = rows as [Row];
	return {
		place,
		municipality,
		nearest: nearestAmong(rows.filter(({ own }) => own === false)),
		own: nearestAmong(rows.filter(({ own }) => own === true))
	};
}

function nearestAmong(rows: readonly Row[]): FoundPoint | null {
	const [from] = rows;
	const points = rows.flatMap(({ id, name, pointLat, pointLon }) =>
		id === null || name === null || pointLat === null || pointLon === null
			? []
			: [{ id, name, lat: pointLat, lon: pointLon }]
	);
	const found = from && nearestOf(points)(from);
	return found ? { id: found.place.id, name: found.place.name, km: found.km } : null;
}
