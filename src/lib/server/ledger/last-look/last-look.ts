import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';

/**
 * The last day up to `day` on which somebody looked at a library or at one of its locations: recorded
 * something about it, or said that it is still right. A subquery, of tables `library` (with `id`) and
 * `point` (`id`, `library_id`: the locations it has) of the names given; the library and each location
 * are asked by the index on the day of recording.
 */
export function lastLookOf(library: string, point: string, day: Day): RawBuilder<Day | null> {
	const libraryId = sql.ref(`${library}.id`);
	return sql`greatest(
		(select max(event.recorded_on) from event
			where event.library_id = ${libraryId} and event.recorded_on <= ${day}),
		(select max(looked.last_on) from ${sql.table(point)} own
			cross join lateral (select max(event.recorded_on) as last_on from event
				where event.information_point_id = own.id and event.recorded_on <= ${day}) looked
			where own.library_id = ${libraryId}))`;
}
