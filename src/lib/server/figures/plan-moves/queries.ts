import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { CausedMove, MovePart, LeadTime } from '#lib/figures/plan-moves/types.ts';
import type { PlanMovesQuery } from '#lib/figures/plan-moves/query.ts';
import { MILESTONE_CODES } from '#lib/ledger/milestone/milestone.ts';
import {
	libraryFilter,
	libraryIsActive,
	pointFilter
} from '#lib/server/base/selection/filter-sql.ts';
import { holdsOnBoth, statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

const codes = sql.join(MILESTONE_CODES.map((code) => sql.lit(code)));

/**
 * Plans that count on (D, K), as `plan`, each in the place that it has among the plans of its
 * milestone: the reading of `planSlip` (#lib/ledger/milestone/slip.ts). They are read from the events,
 * because the projection has one plan a day, and two plans made on one day are two steps. A
 * correction stands where the event that it corrects stood.
 */
function plansSql({ asOf: { validOn, knownOn } }: Where): RawBuilder<unknown> {
	const known = (table: string) =>
		knownOn === null ? sql`true` : sql`${sql.ref(`${table}.recordedOn`)} <= ${knownOn}`;
	return sql`
		placed as (
			select id, id as place_id, recorded_at as placed_at from event where corrects_event_id is null
			union all
			select event.id, placed.place_id, placed.placed_at
			from placed join event on event.corrects_event_id = placed.id and ${known('event')}
		), plan as (
			select case when event.library_id is null then 'information_point' else 'library' end as level,
				coalesce(event.library_id, event.information_point_id) as id, event.milestone_code,
				event.id as event_id, event.target_on, event.reason_code, event.effective_on,
				placed.placed_at, placed.place_id
			from event join placed on placed.id = event.id
			where event.kind = 'planned' and event.milestone_code in (${codes})
				and event.effective_on <= ${validOn} and ${known('event')}
				and not exists (select from event correction
					where correction.corrects_event_id = event.id and ${known('correction')})
		)`;
}

/**
 * The libraries and points that the filters let through, as `subject (level, id, key, name,
 * province_code)`, their statuses as `fact`, and what has no plan any more as `withdrawn`. Filters by status do not apply.
 */
function subjectsSql(where: Where): RawBuilder<unknown> {
	return sql`
		subject as materialized (
			select 'library' as level, library.id, library.id as library_id, library.slug as key, library.name,
				library.province_code
			from library where ${libraryIsActive(where)} and ${libraryFilter(where)}
			union all
			select 'information_point', point.id, stand.library_id, point.id::text, point.name,
				municipality.province_code
			from information_point_state stand
				join information_point point on point.id = stand.information_point_id
				join municipality on municipality.code = stand.municipality_code
			where ${holdsOnBoth('stand', where)} and ${pointFilter(where)}
		), fact as materialized (
			select case when stand.library_id is null then 'information_point' else 'library' end as level,
				coalesce(stand.library_id, stand.information_point_id) as id, stand.milestone_code, stand.kind,
				stand.on_day, stand.event_id as reached_by
			from milestone_state stand
			where stand.lane = 'status' and stand.milestone_code in (${codes}) and ${holdsOnBoth('stand', where)}
		), withdrawn as materialized (
			select case when stand.library_id is null then 'information_point' else 'library' end as level,
				coalesce(stand.library_id, stand.information_point_id) as id, stand.milestone_code, true as is_withdrawn
			from milestone_state stand
			where stand.lane = 'plan' and stand.kind = 'plan_withdrawn' and stand.milestone_code in (${codes})
				and ${holdsOnBoth('stand', where)}
		)`;
}

/**
 * Every move as `move`: from each plan to the next, from the last plan to the day it was reached,
 * and from a last plan that has passed to the day looked at, told apart where it was withdrawn. A withdrawn plan has no day, so the
 * next one moves from the plan before it. The sum per milestone is where it is now less its first
 * plan: no re-plan ever resets it. A milestone that does not apply any more did not slip.
 */
function movesSql(where: Where): RawBuilder<unknown> {
	return sql`
		with recursive ${subjectsSql(where)}, ${plansSql(where)}, chain as (
			select plan.*, lag(target_on) over step as before_on, lead(event_id) over step is null as is_last
			from plan window step as (partition by level, id, milestone_code
				order by effective_on, placed_at, place_id)
		), move as (
			select level, id, milestone_code, coalesce(reason_code, 'zonder-reden') as cause,
				before_on as from_on, target_on as to_on, null::integer as reached_by
			from chain left join fact using (level, id, milestone_code)
			where before_on <> target_on and kind is distinct from 'not_applicable'
			union all
			select level, id, milestone_code,
				case when kind is distinct from 'achieved' then
						case when is_withdrawn then 'ingetrokken' else 'niet-herpland' end
					when on_day > target_on then 'later-gehaald' else 'eerder-gehaald' end,
				target_on, case when kind = 'achieved' then on_day else ${statusDay(where)}::date end,
				case when kind = 'achieved' then reached_by end
			from chain left join fact using (level, id, milestone_code)
				left join withdrawn using (level, id, milestone_code)
			where is_last and case when kind = 'achieved' then on_day <> target_on
				else kind is distinct from 'not_applicable' and target_on < ${statusDay(where)} end
		)`;
}

/** Days moved per milestone, cause and province on (D, K). */
export async function listMoveParts(db: Kysely<DB>, where: Where): Promise<MovePart[]> {
	const query = sql<MovePart>`
		${movesSql(where)}
		select milestone_code as milestone, cause, province_code, sum(to_on - from_on)::int as days,
			count(*)::int as moves
		from move join subject using (level, id)
		group by 1, 2, 3 order by 1, 2, 3`;
	return (await query.execute(db)).rows;
}

/** The largest moves of one milestone, of one cause or of all, and how many there are. */
export async function listPlanMoves(
	db: Kysely<DB>,
	where: Where,
	{ milestone, cause }: PlanMovesQuery,
	limit: number
): Promise<{ rows: CausedMove[]; total: number }> {
	const query = sql<CausedMove & { total: number }>`
		${movesSql(where)}
		select subject.level as kind, subject.key, subject.name, move.milestone_code as milestone, cause,
			from_on, to_on, coalesce(reached.date_precision, 'day') as to_precision,
			to_on - from_on as days, (count(*) over ())::int as total
		from move join subject using (level, id) left join event reached on reached.id = reached_by
		where move.milestone_code = ${milestone} and ${cause === null ? sql`true` : sql`cause = ${cause}`}
		order by to_on - from_on desc, subject.name, from_on limit ${limit}`;
	const { rows } = await query.execute(db);
	return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/**
 * Per milestone the days since the one reached before it: an earlier step of the same library, or
 * for a point of itself and its library. Steps without an earlier one, or reached on the same day
 * as the last, count as they are (0 days for the same day).
 */
export async function listLeadTimes(db: Kysely<DB>, where: Where): Promise<LeadTime[]> {
	const order = sql`array[${codes}]`;
	const query = sql<LeadTime>`
		with ${subjectsSql(where)}, done as materialized (
			select subject.level, subject.id, subject.library_id, fact.milestone_code, fact.on_day,
				array_position(${order}, fact.milestone_code) as position
			from subject join fact using (level, id) where fact.kind = 'achieved'
		), own_library as (
			select done.* from done where level = 'library'
		), before as (
			select done.level, done.id, done.milestone_code, done.on_day, earlier.on_day as before_on
			from done join done earlier on earlier.level = done.level and earlier.id = done.id
				and earlier.position < done.position and earlier.on_day <= done.on_day
			union all
			select done.level, done.id, done.milestone_code, done.on_day, earlier.on_day
			from done join own_library earlier on earlier.library_id = done.library_id
				and earlier.position < done.position and earlier.on_day <= done.on_day
			where done.level = 'information_point'
		), waited as (
			select milestone_code, min(on_day - before_on) as days from before group by level, id, milestone_code
		)
		select milestone_code as milestone, count, quantile[1] as p10, quantile[2] as p25, quantile[3] as p50,
			quantile[4] as p75, quantile[5] as p90
		from (
			select milestone_code, count(*)::int as count,
				percentile_disc(array[0.1, 0.25, 0.5, 0.75, 0.9]) within group (order by days) as quantile
			from waited group by 1
		) measured
		order by array_position(${order}, milestone_code)`;
	return (await query.execute(db)).rows;
}
