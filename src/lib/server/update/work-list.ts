import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Day } from '#lib/day/day.ts';
import type { DB } from '#lib/server/db/schema.ts';
import {
	workListDays,
	type WorkLibrary,
	type WorkTask,
	type WorkView
} from '#lib/update/work-list.ts';

export const LIBRARIES_PER_PAGE = 20;
/** More tasks than this of one library are only counted. */
const TASKS_PER_LIBRARY = 8;

export interface WorkListFilter {
	/** The POI whose libraries are listed; null for all. */
	supportInstituteId: number | null;
	view: WorkView;
	/** Counted from 1. */
	page: number;
}

export interface WorkList {
	libraries: WorkLibrary[];
	/** How many libraries each view has. */
	counts: Record<WorkView, number>;
}

type SummaryRow = Omit<WorkLibrary, 'tasks'> & { counts: Record<WorkView, number> };

const CONDITIONS: Record<WorkView, RawBuilder<boolean>> = {
	attention: sql`overdue > 0 or due > 0 or contradictory > 0 or silent`,
	overdue: sql`overdue > 0`,
	due: sql`due > 0`,
	silent: sql`silent`,
	contradictory: sql`contradictory > 0`,
	all: sql`true`
};

/** The libraries of a POI (or all) with what is the matter there, those with the most overdue first. */
export async function readWorkList(
	db: Kysely<DB>,
	{ supportInstituteId, view, page }: WorkListFilter,
	today: Day
): Promise<WorkList> {
	const { silentUntil } = workListDays(today);
	const inScope = sql`active_from <= ${today} and ${today} < active_to
		and (${supportInstituteId}::int is null or support_institute_id = ${supportInstituteId})`;
	const { rows } = await sql<SummaryRow>`
		with ${tasksOf(inScope, today)},
		summary as (
			select scope.id, scope.slug, scope.name, coalesce(overdue, 0)::int as overdue,
				coalesce(due, 0)::int as due, coalesce(contradictory, 0)::int as contradictory, last_recorded_on,
				(last_recorded_on is null or last_recorded_on <= ${silentUntil}) as silent
			from scope
			left join (
				select library_id, count(*) filter (where kind = 'overdue') as overdue,
					count(*) filter (where kind = 'due') as due,
					count(*) filter (where kind not in ('overdue', 'due')) as contradictory
				from task group by library_id
			) task_count on task_count.library_id = scope.id
			left join lateral (
				select greatest(
					(select max(recorded_on) from event where library_id = scope.id),
					(select max(last_on) from point
						cross join lateral (select max(recorded_on) as last_on from event
							where information_point_id = point.id) recorded
						where point.library_id = scope.id)
				) as last_recorded_on
			) recorded on true
		),
		counted as (
			select *, json_build_object(
				'attention', count(*) filter (where ${CONDITIONS.attention}) over (),
				'overdue', count(*) filter (where ${CONDITIONS.overdue}) over (),
				'due', count(*) filter (where ${CONDITIONS.due}) over (),
				'silent', count(*) filter (where ${CONDITIONS.silent}) over (),
				'contradictory', count(*) filter (where ${CONDITIONS.contradictory}) over (),
				'all', count(*) over ()) as counts
			from summary
		),
		page as (
			select * from counted where ${CONDITIONS[view]}
			order by overdue desc, contradictory desc, due desc, silent desc, name, id
			limit ${LIBRARIES_PER_PAGE} offset ${(page - 1) * LIBRARIES_PER_PAGE}
		)
		select * from page
		union all
		-- Without a library to show, the counts of the other views are still wanted.
		(select * from counted where not exists (select from page) limit 1)`.execute(db);
	const counts = rows[0]?.counts ?? NO_COUNTS;
	const shown = counts[view] > (page - 1) * LIBRARIES_PER_PAGE ? rows : [];
	const tasks = await listTasks(
		db,
		shown.map(({ id }) => id),
		today
	);
	return {
		counts,
		libraries: shown.map(({ counts: _counts, ...library }) => ({
			...library,
			tasks: tasks.get(library.id) ?? []
		}))
	};
}

const NO_COUNTS: Record<WorkView, number> = {
	...{ attention: 0, overdue: 0, due: 0, silent: 0, contradictory: 0, all: 0 }
};

/**
 * The common tables `scope` (libraries), `point` (their locations that are not closed for good) and
 * `task` (what is the matter with each milestone), from the current state.
 */
function tasksOf(inScope: RawBuilder<unknown>, today: Day): RawBuilder<unknown> {
	const { dueUntil } = workListDays(today);
	return sql`
		scope as materialized (select id, slug, name from library where ${inScope}),
		point as materialized (
			select period.information_point_id as id, period.library_id
			from information_point_period period join scope on scope.id = period.library_id
			where period.valid_from <= ${today} and ${today} < period.valid_to
		),
		state as (
			select scope.id as library_id, null::int as point_id, milestone_code, lane, kind, on_day, target_on,
				reason_code, event_id
			from scope join milestone_state on milestone_state.library_id = scope.id
			where valid_to = 'infinity' and known_to = 'infinity'
			union all
			select point.library_id, point.id, milestone_code, lane, kind, on_day, target_on, reason_code, event_id
			from point join milestone_state on milestone_state.information_point_id = point.id
			where valid_to = 'infinity' and known_to = 'infinity'
		),
		milestone_now as (
			select library_id, point_id, milestone_code,
				max(target_on) filter (where lane = 'plan') as plan_on,
				max(event_id) filter (where lane = 'plan' and kind = 'planned') as plan_event,
				max(reason_code) filter (where lane = 'plan') as plan_reason,
				max(event_id) filter (where lane = 'first_plan') as first_event,
				max(target_on) filter (where lane = 'first_plan') as first_on,
				max(on_day) filter (where lane = 'status') as status_on,
				max(event_id) filter (where lane = 'status') as status_event,
				coalesce(max(kind) filter (where lane = 'status' and kind <> 'resumed'), 'open') as status
			from state group by library_id, point_id, milestone_code
		),
		closed as (
			select point_id from milestone_now
			where milestone_code = 'operation' and status = 'permanently_closed'
		),
		opened as (
			select point_id from milestone_now
			where milestone_code = 'opening' and status = 'achieved' and point_id is not null
		),
		judged as (
			select library_id, point_id, milestone_code, plan_on, status_on, case
				when status = 'open' and plan_on < ${today} then 'overdue'
				when status = 'open' and plan_on <= ${dueUntil} then 'due'
				when status = 'achieved' and plan_on > ${today} and plan_event > status_event then 'plan_after_achieved'
				when status = 'open' and plan_event <> first_event and plan_on <> first_on and plan_reason is null
					then 'no_reason'
				when milestone_code = 'operation' and status in ('temporarily_closed', 'reopened')
					and point_id not in (select point_id from opened) then 'closed_unopened'
				end as kind
			from milestone_now
			where point_id is null or point_id not in (select point_id from closed)
		),
		task as materialized (
			select library_id, point_id, milestone_code, kind, coalesce(plan_on, status_on) as on_day
			from judged where kind is not null
		)`;
}

type TaskRow = Omit<WorkTask, 'point'> & {
	libraryId: number;
	pointId: number | null;
	pointName: string | null;
};

/** The most urgent tasks of each of these libraries, in one query. */
async function listTasks(
	db: Kysely<DB>,
	libraryIds: readonly number[],
	today: Day
): Promise<Map<number, WorkTask[]>> {
	const tasks = new Map<number, WorkTask[]>();
	if (libraryIds.length === 0) return tasks;
	const { rows } = await sql<TaskRow>`
		with ${tasksOf(sql`id = any(${libraryIds}::int[])`, today)},
		ranked as (
			select task.*, information_point.name as point_name, milestone.position,
				row_number() over (partition by task.library_id order by
					array_position(array['overdue', 'plan_after_achieved', 'no_reason', 'closed_unopened', 'due'], task.kind),
					task.on_day, milestone.position) as rank
			from task join milestone on milestone.code = task.milestone_code
			left join information_point on information_point.id = task.point_id
		)
		select library_id, point_id, point_name, milestone_code, kind, on_day from ranked
		where rank <= ${TASKS_PER_LIBRARY} order by library_id, rank`.execute(db);
	for (const { libraryId, pointId, pointName, kind, milestoneCode, onDay } of rows) {
		const point = pointId === null ? null : { id: pointId, name: pointName ?? '' };
		const list = tasks.get(libraryId) ?? [];
		list.push({ kind, milestoneCode, onDay, point });
		tasks.set(libraryId, list);
	}
	return tasks;
}
