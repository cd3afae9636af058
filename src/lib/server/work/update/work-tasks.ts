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
import { milestonesNow, type MilestonesNow } from './milestones-now.ts';

/** More tasks than this of one library are only counted. */
const TASKS_PER_LIBRARY = 8;

/** The condition on a `task` that its milestone is over tijd. */
export const isLate = sql<boolean>`kind in (${sql.join(
	TASK_KINDS.filter((kind) => taskGroup(kind) === 'overdue')
)})`;

/**
 * Those of `milestones` (`milestonesNow`, or for many `milestonesAsking`), and the common table `task`: what is the matter with each milestone of
 * what is not closed for good, by the rules of `#lib/ledger/milestone/lateness.ts`. `looked_at` is
 * late and left alone this week; `asked_due_on` says that somebody asks about it, `open` that it is still
 * to be done. Of one milestone only, when that is asked for.
 */
export function tasksOf(
	milestones: MilestonesNow,
	today: Day,
	milestone: string | null = null
): RawBuilder<unknown> {
	return sql`
		${milestones},
		${askedNow},
		-- "Still right" is said of a milestone, or of a whole record: that of a library goes for its locations too.
		record as not materialized (
			select library_id, information_point_id, confirmed_on from milestone_standing
			where milestone_code = ${sql.lit(RECORD)}
		),
		standing as (
			select milestone_now.library_id, milestone_now.point_id, milestone_now.milestone_code, plan_on, plan_made_on, plan_event,
				plan_reason, first_on, first_event, forecast_on, status, status_on, status_event, ends_on,
				greatest(of_library.confirmed_on, of_point.confirmed_on, milestone_now.confirmed_on) as confirmed_on,
				status = 'open' and plan_on < ${today} as passed,
				status = 'open' and plan_on is null and first_on is not null
					and (forecast_on is null or forecast_on < ${today}) as gone
			from milestone_now
			left join record of_library on of_library.library_id = milestone_now.library_id
			left join record of_point on of_point.information_point_id = milestone_now.point_id
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
					and (select opening.status from milestone_standing opening
						where opening.information_point_id = standing.point_id and opening.milestone_code = 'opening'
					) is distinct from 'achieved' then 'closed_unopened'
				end as kind
			from standing
			where not exists (select from milestone_standing closed
				where closed.information_point_id = standing.point_id
					and closed.milestone_code = 'operation' and closed.status = 'permanently_closed')
		),
		-- What is asked about may be settled, and then it may not be among what is judged.
		asked_standing as (
			select asked.*, coalesce(of_point.status, of_library.status) as status from asked
			left join milestone_standing of_point on of_point.information_point_id = asked.point_id
				and of_point.milestone_code = asked.milestone_code
			left join milestone_standing of_library on asked.point_id is null
				and of_library.library_id = asked.library_id and of_library.milestone_code = asked.milestone_code
		),
		matter as (
			select coalesce(judged.library_id, asked.library_id) as library_id,
				coalesce(judged.point_id, asked.point_id) as point_id,
				coalesce(judged.milestone_code, asked.milestone_code) as milestone_code,
				case when asked.due_on is not null then coalesce(nullif(judged.kind, 'looked_at'), 'asked')
					else judged.kind end as kind,
				plan_reason, forecast_on, confirmed_on, ends_on, plan_made_on, plan_on, status_on,
				coalesce(judged.status, asked.status, 'open') = 'open' as open, asked.due_on as asked_due_on
			-- No point has number 0.
			from judged full join asked_standing asked on asked.library_id = judged.library_id
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
	const few = milestonesNow(sql`id = any(${libraryIds}::int[])`, today);
	const query = sql<TaskRow>`
		with ${tasksOf(few, today, milestone)},
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
		const inquiries = asked.map(({ id, question, dueOn, askedOn, asker, isPublic }) => ({
			...{ id, question, dueOn, askedOn, asker, isPublic }
		}));
		list.push({ ...task, point, reason, inquiries });
		tasks.set(libraryId, list);
	}
	return tasks;
}
