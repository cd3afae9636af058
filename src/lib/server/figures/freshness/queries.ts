import { sql, type Kysely } from 'kysely';
import type { LibraryLook } from '#lib/figures/freshness/types.ts';
import { earliestDay, type Day } from '#lib/base/day/day.ts';
import { libraryFilter, libraryIsActive } from '#lib/server/base/selection/filter-sql.ts';
import { holdsOnDay, knownDay, statusDay, type Where } from '#lib/server/base/selection/where.ts';
import { lastLooks } from '#lib/server/ledger/last-look/last-look.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** The day that looks are counted to: the day of the facts, but not after what is known. */
export function countedTo(where: Where): Day {
	return earliestDay([statusDay(where), knownDay(where)])!;
}

/** The libraries of (D, K), the one that was left alone longest first. */
export async function listLibraryLooks(db: Kysely<DB>, where: Where): Promise<LibraryLook[]> {
	const { rows } = await sql<LibraryLook>`
		with listed as materialized (
			select library.id, library.slug, library.name, institute.name as institute, province.name as province
			from library
			join support_institute institute on institute.id = library.support_institute_id
			join province on province.code = library.province_code
			where ${libraryIsActive(where)} and ${libraryFilter(where)}
		),
		point as materialized (
			select period.information_point_id as id, period.library_id
			from information_point_period period join listed on listed.id = period.library_id
			where ${holdsOnDay('period', where)}
		)
		select slug, name, institute, province, looked.last_on
		from listed
		join (${lastLooks('listed', 'point', countedTo(where))}) looked on looked.library_id = listed.id
		order by last_on nulls first, name, slug`.execute(db);
	return rows;
}
