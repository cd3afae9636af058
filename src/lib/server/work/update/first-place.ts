import { sql, type Kysely } from 'kysely';
import type { InformationPoint } from '#lib/network/information-point/information-point.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { WorkAreaMunicipality } from './queries.ts';

/** Where a location stands on the map, and how sure that is. */
export type FirstPlace = Pick<InformationPoint, 'lat' | 'lon' | 'locationPrecision'>;

/**
 * Where a new location stands until its address is known: in its town when that is a place of its
 * municipality, else in the largest place there; in the middle of a municipality without known places.
 */
export async function findFirstPlace(
	db: Kysely<DB>,
	{ code, lat, lon }: Pick<WorkAreaMunicipality, 'code' | 'lat' | 'lon'>,
	town: string,
	today: Day
): Promise<FirstPlace> {
	const typed = sql<string>`search_text(${town.normalize('NFKC')})`;
	const query = sql<FirstPlace>`
		select place.lat, place.lon, case when called.so then 'town' else 'largest_town' end as location_precision
		from place join place_municipality lies on lies.place_id = place.id
			cross join lateral (select place.searchable = ${typed} or ${typed} = any (place.searchable_others) as so) called
		where lies.municipality_code = ${code} and lies.valid_from <= ${today} and ${today} < lies.valid_to
		order by place.searchable = ${typed} desc, called.so desc, place.kind = 'place' desc,
			place.inhabitants desc, place.id
		limit 1`;
	const [found] = (await query.execute(db)).rows;
	return found ?? { lat, lon, locationPrecision: 'municipality_centroid' };
}
