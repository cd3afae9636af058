import type { Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

export interface ScopeLibrary {
	id: number;
	slug: string;
	name: string;
	provinceSlug: string;
	provinceName: string;
}

/** The libraries that a list of work can be narrowed to, by name: those of a POI, or all (null). */
export async function listScope(
	db: Kysely<DB>,
	supportInstituteId: number | null,
	today: Day
): Promise<ScopeLibrary[]> {
	return await db
		.selectFrom('library')
		.innerJoin('province', 'province.code', 'library.provinceCode')
		.select(['library.id', 'library.slug', 'library.name'])
		.select(['province.slug as provinceSlug', 'province.name as provinceName'])
		.where('activeFrom', '<=', today)
		.where('activeTo', '>', today)
		.$if(supportInstituteId !== null, (query) =>
			query.where('supportInstituteId', '=', supportInstituteId)
		)
		.orderBy('library.name')
		.execute();
}
