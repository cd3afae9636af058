import { sql, type Kysely, type RawBuilder } from 'kysely';
import { LONG_PAST_DAYS } from '#lib/base/status/rollout-status.ts';
import { addDays, type Day } from '#lib/base/day/day.ts';
import { CONFIRMED_DAYS } from '#lib/ledger/milestone/lateness.ts';
import { RECORD } from '#lib/ledger/milestone/milestone.ts';
import { reasonLabel } from '#lib/ledger/milestone/reason.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { readReasonLabels } from '#lib/server/ledger/milestone/labels.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { dueUntil, TASK_KINDS, type WorkTask } from '#lib/work/update/work-list.ts';
import { taskGroup } from '#lib/work/update/work-list-text.ts';
import { libraryOf, pointOf } from '#lib/ledger/subject/subject.ts';
import { askedNow, listOpenInquiries } from '#lib/server/work/inquiry/list-open.ts';
import { milestonesNow } from './milestones-now.ts';

/** More tasks than this of one library are only counted. */
const TASKS_PER_LIBRARY = 8;

/** The condition on a `task` that its milestone is over tijd. */
export const isLate = sql<boolean>`kind in (${sql.join(
	TASK_KINDS.filter((kind) => taskGroup(kind) === 'overdue')
)})`;

/**
 * Those of `milestonesNow`, and the common table `task`: what is the matter with each milestone of
 * what is not closed for good, by the rules of `#lib/ledger/milestone/lateness.ts`. `looked_at` is
 * late and left alone this week; `asked_due_on` says that somebody asks about it, `open` that it is still
 * to be done. Of one milestone only, when that is asked for.
 */
export function tasksOf(
	inScope: RawBuilder<unknown>,
	today: Day,
	milestone: string | null = null
): RawBuilder<unknown> {
	return sql`
		${milestonesNow(inScope, today)},
		${askedNow},
		closed as (
			select point_id from milestone_now
			where milestone_code = 'operation' and status = 'permanently_closed'
		),
		opened as (
			select point_id from milestone_now
			where milestone_code = 'opening' and status = 'achieved' and point_id is not null
		),
		-- "Still right" is said of a milestone, or of a whole record: that of a library goes for its locations too.
		confirmed as (
			select library_id, point_id, milestone_code, max(on_day) as confirmed_on from state
			where lane = 'confirmation' group by library_id, point_id, milestone_code
		),
		standing as (
			select milestone_now.*, greatest(of_library.confirmed_on, of_point.confirmed_on, own.confirmed_on) as confirmed_on,
				status = 'open' and plan_on < ${today} as passed,
				status = 'open' and plan_on is null and first_on is not null
					and (forecast_on is null or forecast_on < ${today}) as gone
			from milestone_now
			left join confirmed of_library on of_library.library_id = milestone_now.library_id
				and of_library.point_id is null and of_library.milestone_code = ${RECORD}
			left join confirmed of_point on of_point.point_id = milestone_now.point_id
				and of_point.milestone_code = ${RECORD}
			left join confirmed own on own.library_id = milestone_now.library_id
				and own.point_id is not distinct from milestone_now.point_id
				and own.milestone_code = milestone_now.milestone_code
		),
		judged as (
			select library_id, point_id, milestone_code, confirmed_on, forecast_on, plan_on, plan_made_on, plan_reason,
				status_on, ends_on, status, case
				when passed and forecast_on >= ${today} then
					case when forecast_on <= ${dueUntil(today)} then 'expected' end
				when passed and confirmed_on > plan_on and confirmed_on > ${addDays(today, -CONFIRMED_DAYS)}
					then 'looked_at'
				when passed and plan_on < ${addDays(today, -LONG_PAST_DAYS)} then 'long_past'
				when passed then 'overdue'
				when gone and confirmed_on > plan_made_on and confirmed_on > ${addDays(today, -CONFIRMED_DAYS)}
					then 'looked_at'
				when gone then 'withdrawn'
				when status = 'open' and plan_on <= ${dueUntil(today)} then 'due'
				when status = 'achieved' and plan_on > ${today} and plan_event > status_event then 'plan_after_achieved'
				when status = 'open' and plan_event <> first_event and plan_on <> first_on and plan_reason is null
					then 'no_reason'
				when status = 'temporarily_closed' and ends_on < ${today} then 'closed_too_long'
				when milestone_code = 'operation' and status in ('temporarily_closed', 'reopened')
					and point_id not in (select point_id from opened) then 'closed_unopened'
				end as kind
			from standing
			where point_id is null or point_id not in (select point_id from closed)
		),
		matter as (
			select coalesce(judged.library_id, asked.library_id) as library_id,
				coalesce(judged.point_id, asked.point_id) as point_id,
				coalesce(judged.milestone_code, asked.milestone_code) as milestone_code,
				case when asked.due_on is not null then coalesce(nullif(judged.kind, 'looked_at'), 'asked')
					else judged.kind end as kind,
				plan_reason, forecast_on, confirmed_on, ends_on, plan_made_on, plan_on, status_on,
				coalesce(status, 'open') = 'open' as open, asked.due_on as asked_due_on
			-- No point has number 0.
			from judged full join asked on asked.library_id = judged.library_id
				and coalesce(asked.point_id, 0) = coalesce(judged.point_id, 0)
				and asked.milestone_code = judged.milestone_code
		),
		task as materialized (
			select library_id, point_id, milestone_code, kind, plan_reason, open, asked_due_on, case kind
				when 'expected' then forecast_on when 'looked_at' then confirmed_on
				when 'closed_too_long' then ends_on when 'withdrawn' then plan_made_on
				when 'asked' then asked_due_on
				else coalesce(plan_on, status_on) end as on_day
			from matter where kind is not null and (${milestone}::text is null or milestone_code = ${milestone})
		)`;
}

type TaskRow = Omit<WorkTask, 'point' | 'reason' | 'inquiries'> & {
	planReason: string | null;
	libraryId: number;
	pointId: number | null;
	pointName: string | null;
};

const lineOf = (libraryId: number | null, pointId: number | null, code: string) =>
	`${libraryId ?? ''} ${pointId ?? ''} ${code}`;

/** The most urgent tasks of each of these libraries, in one query. */
export async function listTasks(
	db: Kysely<DB>,
	libraryIds: readonly number[],
	today: Day,
	milestone: string | null = null
): Promise<Map<number, WorkTask[]>> {
	const tasks = new Map<number, WorkTask[]>();
	if (libraryIds.length === 0) return tasks;
	const query = sql<TaskRow>`
		with ${tasksOf(sql`id = any(${libraryIds}::int[])`, today, milestone)},
		ranked as (
			select task.*, information_point.name as point_name, milestone.position,
				row_number() over (partition by task.library_id order by task.asked_due_on is null,
					array_position(array[${sql.join([...TASK_KINDS])}], task.kind),
					task.on_day, milestone.position) as rank
			from task join milestone on milestone.code = task.milestone_code
			left join information_point on information_point.id = task.point_id
			where task.kind <> 'looked_at'
		)
		select library_id, point_id, point_name, milestone_code, kind, on_day, plan_reason, open from ranked
		where rank <= ${TASKS_PER_LIBRARY} order by library_id, rank`;
	const [{ rows }, labels] = await Promise.all([query.execute(db), readReasonLabels(db)]);
	const askedOf = Map.groupBy(
		await listOpenInquiries(
			db,
			rows.flatMap(({ libraryId, pointId }) => [
				libraryOf(libraryId),
				...(pointId === null ? [] : [pointOf(pointId)])
			])
		),
		(one) => lineOf(one.libraryId, one.informationPointId, one.milestoneCode)
	);
	for (const { libraryId, pointId, pointName, planReason, ...task } of rows) {
		const point = pointId === null ? null : { id: pointId, name: pointName ?? '' };
		const list = tasks.get(libraryId) ?? [];
		const reason = planReason && reasonLabel(labels, planReason, getLocale());
		const own = pointId === null ? libraryId : null;
		const asked = askedOf.get(lineOf(own, pointId, task.milestoneCode)) ?? [];
		const inquiries = asked.map(({ id, question, dueOn, askedOn, asker }) => ({
			...{ id, question, dueOn, askedOn, asker }
		}));
		list.push({ ...task, point, reason, inquiries });
		tasks.set(libraryId, list);
	}
	return tasks;
}
