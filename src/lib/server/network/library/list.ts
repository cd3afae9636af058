import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** A POI, with the number of libraries that it advises. */
export interface SupportInstituteRow {
	slug: string;
	name: string;
	fullName: string;
	libraries: number;
}

/** Every POI by name, with its libraries that are active on `day`. */
export async function listSupportInstitutes(
	db: Kysely<DB>,
	day: Day
): Promise<SupportInstituteRow[]> {
	const { rows } = await sql<SupportInstituteRow>`
		select institute.slug, institute.name, institute.full_name, count(library.id)::int as libraries
		from support_institute institute
		left join library on library.support_institute_id = institute.id
			and library.active_from <= ${day} and ${day} < library.active_to
		group by institute.id
		order by institute.name`.execute(db);
	return rows;
}

/** The municipalities in the work area of each library on `day`, by name. */
export async function listServedNames(
	db: Kysely<DB>,
	libraryIds: readonly number[],
	day: Day
): Promise<Map<number, { code: string; name: string }[]>> {
	const { rows } = await sql<{ libraryId: number; code: string; name: string }>`
		select area.library_id, municipality.code, municipality.name
		from library_municipality area
		join municipality on municipality.code = area.municipality_code
		where area.library_id = any(${libraryIds}::int[])
		and area.valid_from <= ${day} and ${day} < area.valid_to
		order by municipality.name`.execute(db);
	const served = Map.groupBy(rows, (row) => row.libraryId);
	return new Map(
		[...served].map(([id, list]) => [id, list.map(({ code, name }) => ({ code, name }))])
	);
}
