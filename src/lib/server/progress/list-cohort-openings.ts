import { sql, type Kysely } from 'kysely';
import type { CohortOpenings } from '#lib/progress/types.ts';
import { libraryFilter, libraryIsActive } from '#lib/server/coverage/filter-sql.ts';
import { holdsOnBoth, statusDay, type Where } from '#lib/server/coverage/where.ts';
import type { DB } from '#lib/server/db/schema.ts';

/**
 * How many organisations had their first realised point how many weeks after their application, per
 * group, as known on (D, K); those without one with the whole weeks that they are waiting. An
 * organisation without a recorded application is left out.
 */
export async function listCohortOpenings(db: Kysely<DB>, where: Where): Promise<CohortOpenings[]> {
	const query = sql<CohortOpenings>`
		with applied as (
			select library_id, min(on_day) as applied_on from milestone_state state
			where state.milestone_code = 'aanvraag' and state.lane = 'status' and state.kind = 'achieved'
				and state.library_id is not null and ${holdsOnBoth('state', where)} group by 1
		), opened as (
			select library_id, min(opened_on) as opened_on from information_point_state stand
			where stand.realised and ${holdsOnBoth('stand', where)} group by 1
		), each_day as (
			select library.cohort, opened.opened_on - applied.applied_on as took,
				case when opened.opened_on is null then ${statusDay(where)}::date - applied.applied_on end as waited,
				count(*)::int as count
			from library join applied on applied.library_id = library.id
				left join opened on opened.library_id = library.id
			where ${libraryIsActive(where)} and ${libraryFilter(where)}
			group by 1, 2, 3
		)
		select cohort, case when took is not null then greatest(0, (took + 6) / 7) end as weeks, waited / 7 as waiting, sum(count)::int as count
		from each_day group by 1, 2, 3 order by 1, 2, 3`;
	return (await query.execute(db)).rows;
}
