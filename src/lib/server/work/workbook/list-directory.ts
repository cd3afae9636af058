import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { makeDirectory, type Directory } from '#lib/work/workbook/directory.ts';

interface LibraryRow {
	id: number;
	slug: string;
	name: string;
	shortName: string;
	supportInstituteId: number;
	earlierNames: string[];
}

/** The names of all libraries of today and of their locations, for looking up those of a file. */
export async function listDirectory(db: Kysely<DB>, today: Day): Promise<Directory> {
	const { rows: libraries } = await sql<LibraryRow>`
		with recursive earlier as (
			select to_library_id as id, from_library_id from library_succession
			union
			select earlier.id, link.from_library_id from earlier
			join library_succession link on link.to_library_id = earlier.from_library_id
		)
		select id, slug, name, short_name, support_institute_id, coalesce((
				select array_agg(gone.name order by gone.id) from earlier
				join library gone on gone.id = earlier.from_library_id
				where earlier.id = library.id and gone.active_to <= ${today}
			), '{}') as earlier_names
		from library where active_from <= ${today} and ${today} < active_to order by id`.execute(db);
	const points = await db
		.selectFrom('informationPointPeriod as period')
		.innerJoin('informationPoint as point', 'point.id', 'period.informationPointId')
		.select(['point.id', 'point.name', 'period.libraryId'])
		.where('period.validFrom', '<=', today)
		.where('period.validTo', '>', today)
		.orderBy('point.name')
		.orderBy('point.id')
		.execute();
	return makeDirectory(libraries, points);
}
