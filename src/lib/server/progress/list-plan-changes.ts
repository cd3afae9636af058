import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { ProgressMeasure } from '#lib/progress/measure.ts';
import type { PlanChange } from '#lib/progress/types.ts';
import {
	libraryFilter,
	libraryIsActive,
	municipalityFilter,
	pointFilter
} from '#lib/server/coverage/filter-sql.ts';
import { populationSql } from '#lib/server/coverage/list-municipality-stands.ts';
import { holdsOnBoth, holdsOnDay, statusDay, type Where } from '#lib/server/coverage/where.ts';
import type { DB } from '#lib/server/db/schema.ts';

/**
 * By how much the three plans rise, per province and day, as they stood on (D, K): the first plan;
 * the current plan, in which what is realised counts on the day it opened or earlier if it was
 * planned earlier; and the forecast of what is still to open after D (the adviser's, else the
 * current plan). Days are those aimed at. Filters by status do not apply.
 */
export async function listPlanChanges(
	db: Kysely<DB>,
	where: Where,
	measure: ProgressMeasure
): Promise<PlanChange[]> {
	const query = sql<PlanChange>`
		with point as (
			select stand.*, case when realised then least(opened_on, coalesce(plan_on, opened_on)) else awaited_on end as current_on,
				case when awaited_on is not null then coalesce(forecast_on, plan_on) end as expected_on
			from information_point_state stand where ${holdsOnBoth('stand', where)}
		), thing as materialized (
			select province_code, first_plan_on, current_on, weight,
				case when not open and expected_on > ${statusDay(where)} then expected_on end as later_on
			from (${THINGS[measure](where)}) counted where weight <> 0
		)
		${changesOn('firstPlan', sql`first_plan_on`)} union all
		${changesOn('plan', sql`current_on`)} union all
		${changesOn('forecast', sql`later_on`)}
		order by day, lane, province_code`;
	return (await query.execute(db)).rows;
}

/** By how much one plan rises; grouped apart, because the three at once would sort everything twice. */
const changesOn = (lane: PlanChange['lane'], day: RawBuilder<unknown>) => sql`
	select province_code, ${lane} as lane, ${day} as day, sum(weight)::int as change from thing
	where ${day} is not null group by province_code, ${day}`;

/** Per measure: the things counted, each with its province, its days and its weight. */
const THINGS: Record<ProgressMeasure, (where: Where) => RawBuilder<unknown>> = {
	locations: (where) => sql`
		select municipality.province_code, stand.first_plan_on, stand.current_on, stand.expected_on,
			stand.realised as open, 1 as weight
		from point stand join municipality on municipality.code = stand.municipality_code
		where not stand.outside_library and ${pointFilter(where)}`,
	organisations: (where) => sql`
		select library.province_code, grouped.*, 1 as weight
		from (${daysPer('library_id', where)}) grouped join library on library.id = grouped.subject
		where ${libraryIsActive(where)} and ${libraryFilter(where)}`,
	municipalities: (where) => sql`
		select municipality.province_code, grouped.*, 1 as weight
		from (${daysPer('municipality_code', where)}) grouped join municipality on municipality.code = grouped.subject
		where ${holdsOnDay('municipality', where)} and ${municipalityFilter(where)}`,
	inhabitants: (where) => sql`
		select municipality.province_code, grouped.*, coalesce(counted.inhabitants, 0) as weight
		from (${daysPer('municipality_code', where)}) grouped join municipality on municipality.code = grouped.subject
			left join (${populationSql(where)}) counted on counted.municipality_code = municipality.code
		where ${holdsOnDay('municipality', where)} and ${municipalityFilter(where)}`
};

/** A library or municipality is planned when the earliest of its points is. */
function daysPer(column: 'library_id' | 'municipality_code', where: Where): RawBuilder<unknown> {
	return sql`
		select ${sql.raw(column)} as subject, min(first_plan_on) as first_plan_on, bool_or(realised) as open,
			coalesce(min(current_on) filter (where realised), min(current_on)) as current_on,
			min(expected_on) filter (where expected_on > ${statusDay(where)}) as expected_on
		from point group by 1`;
}
