import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Place } from '#lib/base/map/distance.ts';
import type { CandidatePoint, PlannedPoint } from '#lib/figures/where-to-go/types.ts';
import { holdsOnBoth, statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** So many are measured exactly; which they are is told by a flat distance, and some are closed on the day. */
const MEASURED = 30;
const MEASURED_PLANS = 5;

/**
 * The points near a place that are open on (D, K), closed for a time or only online, and the same number
 * of those that people can go to. Filters do not move them: people cross borders.
 */
export async function listNear(
	db: Kysely<DB>,
	where: Where,
	from: Place
): Promise<CandidatePoint[]> {
	const some = (condition: RawBuilder<unknown>) => sql`
		(select stand.information_point_id as id, stand.library_id, stand.municipality_code, stand.accessible,
			coalesce(stand.operation = 'online_only', false) as online_only
		from information_point_state stand join information_point point on point.id = stand.information_point_id
		where ${condition} and ${holdsOnBoth('stand', where)}
		order by ${awayFrom(from)}, point.id limit ${MEASURED})`;
	const { rows } = await sql<CandidatePoint>`
		with near as (
			${some(sql`stand.accessible`)}
			union all
			${some(sql`(stand.realised or stand.online_only) and not stand.accessible
				and stand.operation is distinct from 'permanently_closed'`)}
		)
		select point.id, point.name, library.short_name as library, library.slug as library_slug, point.address, point.postcode,
			point.town, municipality.name as municipality, point.lat, point.lon,
			point.location_precision <> 'address' as approximate, point.invented, near.accessible, near.online_only
		from near join information_point point on point.id = near.id
			join library on library.id = near.library_id
			join municipality on municipality.code = near.municipality_code
		order by point.id`.execute(db);
	return rows;
}

/** The points near a place that are to open after the day of the facts. */
export async function listPlanned(
	db: Kysely<DB>,
	where: Where,
	from: Place
): Promise<PlannedPoint[]> {
	const { rows } = await sql<PlannedPoint>`
		select point.id, point.name, municipality.name as municipality, stand.awaited_on as plan_on, point.lat, point.lon,
			point.invented
		from information_point_state stand join information_point point on point.id = stand.information_point_id
			join municipality on municipality.code = stand.municipality_code
		where stand.awaited_on > ${statusDay(where)} and ${holdsOnBoth('stand', where)}
		order by ${awayFrom(from)}, point.id limit ${MEASURED_PLANS}`.execute(db);
	return rows;
}

/** One degree to the east is shorter than one to the north, by the cosine of the latitude. */
const awayFrom = ({ lat, lon }: Place) => sql`
	(point.lat - ${lat}::float8) ^ 2 + ((point.lon - ${lon}::float8) * cos(radians(${lat}::float8))) ^ 2`;
