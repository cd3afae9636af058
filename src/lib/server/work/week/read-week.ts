import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listWarnings } from '#lib/server/work/update/list-warnings.ts';
import {
	readWorkList,
	type WorkList,
	type WorkListFilter
} from '#lib/server/work/update/work-list.ts';
import { besideALine } from '#lib/work/update/warnings.ts';
import type { WorkLibrary } from '#lib/work/update/work-list.ts';
import { answersTo, lineOfTask } from '#lib/work/week/answer.ts';
import { lineKey } from '#lib/work/update/line-key.ts';
import type { AnswerableTask, WeekLibrary } from '#lib/work/week/types.ts';

export interface Week extends Omit<WorkList, 'libraries'> {
	libraries: WeekLibrary[];
}

/** The list of work, with for each task what can be answered in its line. */
export async function readWeek(db: Kysely<DB>, filter: WorkListFilter, today: Day): Promise<Week> {
	const list = await readWorkList(db, filter, today);
	const [facts, warnings] = await Promise.all([
		readLineFacts(db, list.libraries),
		listWarnings(
			db,
			list.libraries.map(({ id }) => id),
			today
		)
	]);
	return {
		...list,
		libraries: list.libraries.map((library) => ({
			...library,
			tasks: library.tasks.map((task): AnswerableTask => {
				const key = lineKey(lineOfTask(library.id, task));
				const { basedOn = null, mayNotApply = false } = facts.get(key) ?? {};
				const answers = answersTo(task, mayNotApply);
				return { ...task, key, basedOn, answers, warnings: besideALine(warnings.get(key)) };
			})
		}))
	};
}

interface LineFacts {
	key: string;
	/** The newest event of the milestone. */
	basedOn: number | null;
	mayNotApply: boolean;
}

async function readLineFacts(
	db: Kysely<DB>,
	libraries: readonly WorkLibrary[]
): Promise<Map<string, LineFacts>> {
	const asked = libraries.flatMap((library) =>
		library.tasks.map((task) => ({
			key: lineKey(lineOfTask(library.id, task)),
			library_id: task.point ? null : library.id,
			point_id: task.point?.id ?? null,
			milestone_code: task.milestoneCode
		}))
	);
	if (asked.length === 0) return new Map();
	const { rows } = await sql<LineFacts>`
		select asked.key, coalesce(
				(select max(id) from event where event.library_id = asked.library_id
					and event.milestone_code = asked.milestone_code),
				(select max(id) from event where event.information_point_id = asked.point_id
					and event.milestone_code = asked.milestone_code)
			) as based_on, coalesce(step.not_applicable_allowed, false) as may_not_apply
		from json_to_recordset(${JSON.stringify(asked)}::json)
			as asked(key text, library_id int, point_id int, milestone_code text)
		left join library on library.id = asked.library_id
		left join information_point point on point.id = asked.point_id
		left join milestone_template_step step on step.milestone_code = asked.milestone_code
			and step.template_id = coalesce(library.template_id, point.template_id)`.execute(db);
	return new Map(rows.map((row) => [row.key, row]));
}
