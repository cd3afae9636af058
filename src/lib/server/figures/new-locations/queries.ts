import { sql, type Kysely } from 'kysely';
import type { Quarter } from '#lib/base/as-of/quarter.ts';
import type { NewLocation } from '#lib/figures/new-locations/types.ts';
import { pointFilter } from '#lib/server/base/selection/filter-sql.ts';
import { holdsOnBoth, knownDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/**
 * The locations that opened in a quarter by what holds on (D, K), whatever became of them since. "Known
 * since" is the first day on which any opening was known, also when its day was put right later.
 */
export async function listNewLocations(
	db: Kysely<DB>,
	where: Where,
	{ start, end }: Quarter
): Promise<NewLocation[]> {
	const { rows } = await sql<NewLocation>`
		select point.id, point.name, point.address, point.postcode, point.town,
			library.name as library, library.slug as library_slug, municipality.name as municipality,
			municipality.code as municipality_code, province.name as province, institute.name as institute,
			stand.outside_library, stand.opened_on, opening.date_precision as opened_precision, told.known_on,
			coalesce(stand.operation = 'permanently_closed', false) as is_closed,
			point.invented as is_invented
		from information_point_state stand
			join information_point point on point.id = stand.information_point_id
			join library on library.id = stand.library_id
			join support_institute institute on institute.id = library.support_institute_id
			join municipality on municipality.code = stand.municipality_code
			join province on province.code = municipality.province_code
			join milestone_state done on done.information_point_id = stand.information_point_id
				and done.milestone_code = 'opening' and done.lane = 'status' and ${holdsOnBoth('done', where)}
			join event opening on opening.id = done.event_id
			join lateral (
				select min(state.known_from) as known_on from milestone_state state
				where state.information_point_id = stand.information_point_id
					and state.milestone_code = 'opening' and state.lane = 'status'
					and state.kind = 'achieved' and state.known_from <= ${knownDay(where)}
			) told on true
		where ${holdsOnBoth('stand', where)} and ${pointFilter(where)}
			and stand.opening = 'achieved' and stand.opened_on between ${start} and ${end}
		order by stand.opened_on, point.searchable, point.id`.execute(db);
	return rows;
}
