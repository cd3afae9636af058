import { sql, type Kysely } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { lastLooks } from '#lib/server/ledger/last-look/last-look.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { milestonesNow } from '#lib/server/work/update/milestones-now.ts';
import { inScope, type WorkScope } from '#lib/server/work/update/in-scope.ts';
import { isLate, tasksOf } from '#lib/server/work/update/work-tasks.ts';
import type { LibrarySteps } from '#lib/work/board/phase.ts';

export interface LibraryRow extends LibrarySteps {
	id: number;
	slug: string;
	name: string;
}

const isDone = sql`status in ('achieved', 'not_applicable')`;

/** How far each library of the scope is today, with its locations that exist; by name. */
export async function listLibrarySteps(
	db: Kysely<DB>,
	scope: WorkScope,
	today: Day
): Promise<LibraryRow[]> {
	const { rows } = await sql<LibraryRow>`
		with ${milestonesNow(inScope(scope, today), today)},
		steps as (
			select library_id, point_id, coalesce(array_agg(milestone_code) filter (where ${isDone}), '{}') as done,
				bool_or(milestone_code = 'opening' and status = 'achieved')
					and not bool_or(milestone_code = 'operation' and status = 'permanently_closed') as opened,
				bool_or(milestone_code = 'operation' and status = 'permanently_closed') as closed,
				bool_or(milestone_code in ('opening', 'operation')) as exists
			from milestone_now group by library_id, point_id
		),
		located as (
			select steps.library_id, json_agg(json_build_object('id', point.id, 'name', point.name, 'done', done,
				'opened', opened, 'closed', closed) order by point.name, point.id) as points
			from steps join information_point point on point.id = steps.point_id
			where exists group by steps.library_id
		)
		select scope.id, scope.slug, scope.name, coalesce(own.done, '{}') as done,
			coalesce(located.points, '[]') as points
		from scope
		left join steps own on own.library_id = scope.id and own.point_id is null
		left join located on located.library_id = scope.id
		order by scope.name, scope.id`.execute(db);
	return rows;
}

/** What a card tells beside its phase. */
export interface CardFacts {
	libraryId: number;
	overdue: number;
	lastOn: Day | null;
	/** The milestones with a plan that are not reached. */
	plans: { milestoneCode: string; pointId: number | null; planOn: Day }[];
}

/** The facts of these libraries, in one query. */
export async function listCardFacts(
	db: Kysely<DB>,
	libraryIds: readonly number[],
	today: Day
): Promise<Map<number, CardFacts>> {
	if (libraryIds.length === 0) return new Map();
	const { rows } = await sql<CardFacts>`
		with ${tasksOf(sql`id = any (${[...libraryIds]}::int[])`, today)},
		planned as (
			select library_id, json_agg(json_build_object('milestone_code', milestone_code, 'point_id', point_id,
				'plan_on', coalesce(forecast_on, plan_on))) as plans
			from milestone_now where plan_on is not null and status = 'open' group by library_id
		),
		late as (
			select library_id, count(*)::int as overdue from task where ${isLate} group by library_id
		)
		select scope.id as library_id, coalesce(late.overdue, 0) as overdue, coalesce(planned.plans, '[]') as plans,
			looked.last_on
		from scope
		left join planned on planned.library_id = scope.id
		left join late on late.library_id = scope.id
		left join (${lastLooks('scope', 'point', today)}) looked on looked.library_id = scope.id`.execute(
		db
	);
	return new Map(rows.map((row) => [row.libraryId, row]));
}
