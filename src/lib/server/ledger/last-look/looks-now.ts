import { sql, type RawBuilder } from 'kysely';

/**
 * What `lastLooks` says of the last day that is known, from the rows that are kept of it: `library_id,
 * last_on` of tables `library` (with `id`) and `point` (`id`, `library_id`) of the names given; none of
 * a library that nobody ever looked at.
 */
export function looksNow(library: string, point: string): RawBuilder<unknown> {
	return sql`
		select library_id, max(last_on) as last_on from (
			select own.id as library_id, look.last_on
			from ${sql.table(library)} own join last_look look on look.library_id = own.id
			union all
			select own.library_id, look.last_on
			from ${sql.table(point)} own join last_look look on look.information_point_id = own.id
		) each group by library_id`;
}
