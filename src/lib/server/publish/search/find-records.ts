import { sql, type Kysely, type RawBuilder } from 'kysely';
import {
	libraryFilter,
	libraryIsActive,
	matchingLibraries,
	matchingMunicipalities,
	matchingPoints
} from '#lib/server/base/selection/filter-sql.ts';
import {
	isPlaceMeant,
	isProvinceCalled,
	isProvinceMeant,
	isSupportInstituteCalled,
	matches,
	textOf
} from '#lib/server/base/selection/find-municipalities.ts';
import { holdsOnBoth, holdsOnDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** So many of a kind are shown; more are in the list that is linked to. */
export const MOST_FOUND = 8;

/** A record that was found: the key of its address, and whether its own name has the words. */
export interface FoundRecord {
	key: string;
	name: string;
	named: boolean;
	/** Of a place, where it lies; else empty. */
	municipality: string;
	/** How many of its kind were found. */
	count: number;
}

export interface FoundRecords {
	libraries: FoundRecord[];
	municipalities: FoundRecord[];
	provinces: FoundRecord[];
	supportInstitutes: FoundRecord[];
	places: FoundRecord[];
	points: FoundRecord[];
}

/** What bears the words looked for, by the rule of every search (docs/decisions/0024-what-a-search-means.md). */
export async function findRecords(
	db: Kysely<DB>,
	where: Where,
	search: string
): Promise<FoundRecords> {
	const read = async (found: RawBuilder<unknown>) => {
		const query = sql<FoundRecord>`
			select found.key, found.name, found.named, found.municipality, (count(*) over ())::int as count
			from (${found}) found
			order by search_text(found.name) = ${textOf(search)} desc, found.named desc, found.size desc, found.name
			limit ${MOST_FOUND}`;
		return (await query.execute(db)).rows;
	};
	const [libraries, municipalities, provinces, supportInstitutes, places, points] =
		await Promise.all([
			read(sql`select library.slug as key, library.name, '' as municipality, 0 as size,
				library.id in (${matchingLibraries(search)}) as named
			from library where ${libraryIsActive(where)} and ${libraryFilter(where)}`),
			read(sql`select municipality.code as key, municipality.name, '' as municipality, 0 as size,
				coalesce(${matches('municipality', search)}, false) as named
			from municipality where ${holdsOnDay('municipality', where)}
				and municipality.code in (${matchingMunicipalities(search, where)})
				and not ${isProvinceMeant(search)}`),
			read(sql`select province.slug as key, province.name, '' as municipality, 0 as size, true as named
			from province where ${isProvinceCalled(search)}`),
			read(sql`select institute.slug as key, institute.name, '' as municipality, 0 as size, true as named
			from support_institute institute where ${isSupportInstituteCalled(search)}`),
			read(sql`select place.id::text as key, place.name, municipality.name as municipality,
				place.inhabitants as size, true as named
			from place join place_municipality lies on lies.place_id = place.id and ${holdsOnDay('lies', where)}
				join municipality on municipality.code = lies.municipality_code
					and ${holdsOnDay('municipality', where)}
			where ${isPlaceMeant(search)}`),
			read(sql`select point.id::text as key, point.name, '' as municipality, 0 as size, true as named
			from information_point_state stand
				join information_point point on point.id = stand.information_point_id
			where ${holdsOnBoth('stand', where)} and point.id in (${matchingPoints(search)})`)
		]);
	return { libraries, municipalities, provinces, supportInstitutes, places, points };
}
