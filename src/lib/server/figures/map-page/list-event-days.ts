import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { isUnfiltered } from '#lib/base/selection/filters.ts';
import { pointFilter } from '#lib/server/base/selection/filter-sql.ts';
import { knownDay, type Where } from '#lib/server/base/selection/where.ts';

/**
 * The days on which a point opened, closed or reopened, as known on K, in order: the steps of the
 * time slider. They do not depend on the day looked at; filters by status do not apply.
 */
export async function listEventDays(db: Kysely<DB>, where: Where): Promise<Day[]> {
	const known = knownDay(where);
	// Without filters the index alone has the answer.
	const place = isUnfiltered({ ...where.filters, statuses: [] })
		? sql``
		: sql`join information_point_period stand on stand.information_point_id = state.information_point_id
			and stand.valid_from <= state.on_day and stand.valid_to > state.on_day and ${pointFilter(where)}`;
	const query = sql<{ day: Day }>`
		select distinct state.on_day as day from milestone_state state ${place}
		where state.lane = 'status' and state.known_from <= ${known} and state.known_to > ${known}
			and (state.milestone_code = 'opening' and state.kind = 'achieved' or state.milestone_code = 'operation')
		order by day`;
	return (await query.execute(db)).rows.map(({ day }) => day);
}
