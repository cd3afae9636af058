import { sql, type Kysely } from 'kysely';
import type { BehindLibrary, Shown } from '#lib/publish/briefing/types.ts';
import { MILESTONE_CODES } from '#lib/ledger/milestone/milestone.ts';
import {
	libraryFilter,
	libraryIsActive,
	pointFilter
} from '#lib/server/base/selection/filter-sql.ts';
import { holdsOnBoth, statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/**
 * Libraries with milestones behind the first plan on (D, K), of themselves and of their locations
 * that the filters let through: the rule of `isBehindFirstPlan` for all at once. The library whose
 * milestone is behind longest comes first; of locations that are closed for good nothing is asked.
 */
export async function listBehind(
	db: Kysely<DB>,
	where: Where,
	limit: number
): Promise<Shown<BehindLibrary> & { milestones: number }> {
	const day = statusDay(where);
	const codes = sql.join(MILESTONE_CODES.map((code) => sql.lit(code)));
	const query = sql<BehindLibrary & { total: number; all: number }>`
		with subject as materialized (
			select 'library' as level, library.id, library.id as library_id
			from library where ${libraryIsActive(where)} and ${libraryFilter(where)}
			union all
			select 'information_point', stand.information_point_id, stand.library_id
			from information_point_state stand
			where ${holdsOnBoth('stand', where)} and ${pointFilter(where)}
				and stand.operation is distinct from 'permanently_closed'
		), step as (
			select case when stand.library_id is null then 'information_point' else 'library' end as level,
				coalesce(stand.library_id, stand.information_point_id) as id, stand.milestone_code,
				min(stand.target_on) filter (where stand.lane = 'first_plan') as first_plan_on,
				min(stand.target_on) filter (where stand.lane = 'plan') as plan_on,
				min(stand.reason_code) filter (where stand.lane = 'plan') as reason_code,
				min(stand.kind) filter (where stand.lane = 'status') as status
			from milestone_state stand
			where stand.lane in ('first_plan', 'plan', 'status') and stand.milestone_code in (${codes})
				and ${holdsOnBoth('stand', where)}
				and (stand.library_id = any (array(select id from subject where level = 'library'))
					or stand.information_point_id = any (array(select id from subject where level <> 'library')))
			group by 1, 2, 3
		), ranked as (
			select subject.library_id, step.*, count(*) over (partition by subject.library_id) as milestones,
				row_number() over (partition by subject.library_id
					order by step.first_plan_on, array_position(array[${codes}], step.milestone_code), step.id) as place
			from step join subject using (level, id)
			where step.first_plan_on < ${day}
				and (step.status is null or step.status not in ('achieved', 'not_applicable'))
		)
		select library.slug, library.name, ranked.milestones::int, ranked.milestone_code as milestone,
			ranked.first_plan_on, ranked.plan_on, coalesce(ranked.status = 'on_hold', false) as on_hold,
			ranked.reason_code, ${day}::date - ranked.first_plan_on as days,
			(count(*) over ())::int as total, (sum(ranked.milestones) over ())::int as all
		from ranked join library on library.id = ranked.library_id
		where ranked.place = 1
		order by ranked.first_plan_on, library.searchable, library.id limit ${limit}`;
	const { rows } = await query.execute(db);
	return {
		rows: rows.map(({ total: _total, all: _all, ...row }) => row),
		total: rows[0]?.total ?? 0,
		milestones: rows[0]?.all ?? 0
	};
}
