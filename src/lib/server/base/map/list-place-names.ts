import { sql, type Kysely } from 'kysely';
import { insideCells } from '#lib/base/map/inside-cell.ts';
import type { PlaceName } from '#lib/base/map/types.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { findGeometry } from './find-geometry.ts';

interface Row {
	name: string;
	lat: number;
	lon: number;
	inhabitants: number;
	municipalityCode: string;
	/** Whether its municipality is called after it. */
	names: boolean;
	approximate: false;
}

/**
 * The towns and villages as a map with these boundaries shows them, the largest first: each inside its
 * own municipality, as points are. Null when there is no such set of boundaries.
 */
export async function listPlaceNames(
	db: Kysely<DB>,
	boundarySet: number
): Promise<PlaceName[] | null> {
	const set = await db
		.selectFrom('boundarySet')
		.select('validFrom')
		.where('id', '=', boundarySet)
		.executeTakeFirst();
	if (!set) return null;
	const day = set.validFrom;
	const query = sql<Row>`
		select place.name, place.lat, place.lon, place.inhabitants, municipality.code as municipality_code,
			municipality.searchable = place.searchable or municipality.searchable = any (place.searchable_others) as names,
			false as approximate
		from place join place_municipality lies on lies.place_id = place.id
			join municipality on municipality.code = lies.municipality_code
		where place.kind = 'place' and place.inhabitants > 0 and lies.valid_from <= ${day} and lies.valid_to > ${day}
		order by place.inhabitants desc, place.id`;
	const [geometry, { rows }] = await Promise.all([findGeometry(db, day), query.execute(db)]);
	return (geometry ? insideCells(rows, geometry) : rows).map(
		({ name, lat, lon, inhabitants, municipalityCode, names }): PlaceName =>
			names
				? [name, short(lat), short(lon), inhabitants, municipalityCode]
				: [name, short(lat), short(lon), inhabitants]
	);
}

/** A hundred metres are two pixels at the closest zoom. */
const short = (degrees: number) => Number(degrees.toFixed(3));
