import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { byPeople } from './by-people.ts';

/**
 * The query `library_id, last_on`: the last day up to `day` on which somebody looked at a library or at
 * one of its locations: recorded something about it, or said that it is still right. Loading public sources is no look. Of tables
 * `library` (with `id`) and `point` (`id`, `library_id`: the locations it has) of the names given. The
 * index on the day of recording answers for each library and location, and all are put together once:
 * asking per library for its locations would read the table of locations for each.
 */
export function lastLooks(library: string, point: string, day: Day): RawBuilder<unknown> {
	return sql`
		select library_id, max(last_on) as last_on from (
			select own.id as library_id, (select max(event.recorded_on) from event
				where event.library_id = own.id and event.recorded_on <= ${day} and ${byPeople}) as last_on
			from ${sql.table(library)} own
			union all
			select own.library_id, (select max(event.recorded_on) from event
				where event.information_point_id = own.id and event.recorded_on <= ${day} and ${byPeople})
			from ${sql.table(point)} own
		) each group by library_id`;
}
