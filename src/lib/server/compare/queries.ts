import { sql, type Kysely, type RawBuilder } from 'kysely';
import { changeOf, type Side } from '#lib/compare/compare.ts';
import type { ChangedPoint } from '#lib/compare/types.ts';
import { pointFilter } from '#lib/server/coverage/filter-sql.ts';
import { holdsOnBoth, type Where } from '#lib/server/coverage/where.ts';
import type { DB } from '#lib/server/db/schema.ts';

interface Row extends Omit<ChangedPoint, 'change'> {
	before: Side | null;
	after: Side | null;
}

function situation(where: Where): RawBuilder<unknown> {
	return sql`
		select stand.information_point_id, stand.library_id, stand.municipality_code,
			json_build_object('realised', stand.realised, 'openedOn', stand.opened_on, 'planOn', stand.plan_on,
				'permanentlyClosed', coalesce(stand.operation = 'permanently_closed', false)) as side,
			(stand.realised, stand.opened_on, stand.plan_on, stand.operation)::text as all_of_it
		from information_point_state stand where ${holdsOnBoth('stand', where)} and ${pointFilter(where)}`;
}

/** Information points that are otherwise in the second situation than in the first, by name. */
export async function listChangedPoints(
	db: Kysely<DB>,
	before: Where,
	after: Where
): Promise<ChangedPoint[]> {
	const query = sql<Row>`
		select point.id, point.name, municipality.name as municipality, library.name as library,
			one.side as before, other.side as after
		from (${situation(before)}) one full join (${situation(after)}) other using (information_point_id)
			join information_point point on point.id = information_point_id
			join municipality on municipality.code = coalesce(other.municipality_code, one.municipality_code)
			join library on library.id = coalesce(other.library_id, one.library_id)
		where one.all_of_it is distinct from other.all_of_it
		order by point.searchable, point.id`;
	const { rows } = await query.execute(db);
	return rows.flatMap((row) => {
		const change = changeOf(row.before, row.after);
		return change === null ? [] : [{ ...row, change }];
	});
}
