import { sql, type Kysely } from 'kysely';
import type { ProgressMeasure } from '#lib/progress/measure.ts';
import {
	libraryFilter,
	libraryIsActive,
	municipalityFilter,
	pointFilter
} from '#lib/server/coverage/filter-sql.ts';
import { populationSql } from '#lib/server/coverage/list-municipality-stands.ts';
import { holdsOnBoth, holdsOnDay, type Where } from '#lib/server/coverage/where.ts';
import type { DB } from '#lib/server/db/schema.ts';

/**
 * What was realised on (D, K), per measure: the same numbers as in the headline, for a day of which
 * nothing else is shown. Filters by status do not apply.
 */
export async function countRealised(
	db: Kysely<DB>,
	where: Where
): Promise<Record<ProgressMeasure, number>> {
	const query = sql<Record<ProgressMeasure, number>>`
		with realised as materialized (
			select stand.library_id, stand.municipality_code, stand.outside_library
			from information_point_state stand where stand.realised and ${holdsOnBoth('stand', where)}
		), covered as materialized (
			select coalesce(counted.inhabitants, 0) as inhabitants
			from municipality left join (${populationSql(where)}) counted on counted.municipality_code = municipality.code
			where ${holdsOnDay('municipality', where)} and ${municipalityFilter(where)}
				and municipality.code in (select municipality_code from realised)
		)
		select (select count(*)::int from information_point_state stand where stand.realised
				and not stand.outside_library and ${holdsOnBoth('stand', where)} and ${pointFilter(where)}) as locations,
			(select count(*)::int from library where ${libraryIsActive(where)} and ${libraryFilter(where)}
				and library.id in (select library_id from realised)) as organisations,
			(select count(*)::int from covered) as municipalities,
			(select coalesce(sum(inhabitants), 0)::int from covered) as inhabitants`;
	return (await query.execute(db)).rows[0]!;
}
