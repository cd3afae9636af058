import { sql, type Kysely } from 'kysely';
import type { KnownPlace } from '#lib/figures/coverage/spots.ts';
import type { Place } from '#lib/base/map/distance.ts';
import type { RolloutStatus } from '#lib/base/status/rollout-status.ts';
import type { CoverageLibrary } from '#lib/figures/coverage/situation.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { libraryFilter, libraryIsActive } from '#lib/server/base/selection/filter-sql.ts';
import { pointStatusSql } from './read-headline.ts';
import { holdsOnBoth, holdsOnDay, type Where } from '#lib/server/base/selection/where.ts';

/** A point that is open, or that may still open. */
export interface CoveragePoint extends Place {
	id: number;
	name: string;
	municipalityCode: string;
	libraryId: number;
	status: RolloutStatus;
	realised: boolean;
	planOn: Day | null;
	firstPlanOn: Day | null;
	/** Only the centroid of its municipality or the middle of its town is known. */
	approximate: boolean;
}

/** Every point of the country on (D, K) but those that are closed for good. */
export async function listCoveragePoints(db: Kysely<DB>, where: Where): Promise<CoveragePoint[]> {
	const query = sql<CoveragePoint>`
		select point.id, point.name, point.lat, point.lon, stand.municipality_code, stand.library_id,
			${pointStatusSql(where)} as status, stand.realised, stand.awaited_on as plan_on,
			stand.first_plan_on, point.location_precision <> 'address' as approximate
		from information_point_state stand join information_point point on point.id = stand.information_point_id
		where ${holdsOnBoth('stand', where)} and stand.operation is distinct from 'permanently_closed'
		order by point.searchable, point.id`;
	return (await query.execute(db)).rows;
}

/** Every library organisation active on D: whether it is open on (D, K), and whether the filters let it through. */
export async function listCoverageLibraries(
	db: Kysely<DB>,
	where: Where
): Promise<CoverageLibrary[]> {
	const query = sql<CoverageLibrary>`
		select library.id, ${libraryFilter(where)} as selected,
			library.id in (select stand.library_id from information_point_state stand
				where stand.realised and ${holdsOnBoth('stand', where)}) as open
		from library where ${libraryIsActive(where)} order by library.id`;
	return (await query.execute(db)).rows;
}

/** The centroids of all municipalities, by code. */
export async function listCentroids(db: Kysely<DB>): Promise<ReadonlyMap<string, Place>> {
	const rows = await db.selectFrom('municipality').select(['code', 'lat', 'lon']).execute();
	return new Map(rows.map(({ code, lat, lon }) => [code, { lat, lon }]));
}

/** Towns, villages and quarters by the municipality in which they lie on D. */
export async function listKnownPlaces(
	db: Kysely<DB>,
	where: Where
): Promise<ReadonlyMap<string, readonly KnownPlace[]>> {
	const query = sql<KnownPlace & { code: string }>`
		select lies.municipality_code as code, place.kind, place.lat, place.lon, place.inhabitants
		from place join place_municipality lies on lies.place_id = place.id
		where ${holdsOnDay('lies', where)} order by place.id`;
	return Map.groupBy((await query.execute(db)).rows, ({ code }) => code);
}
