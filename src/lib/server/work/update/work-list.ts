import { sql, type Kysely, type RawBuilder } from 'kysely';
import { addDays, type Day } from '#lib/base/day/day.ts';
import { looksNow } from '#lib/server/ledger/last-look/looks-now.ts';
import { readThreshold } from '#lib/server/ledger/threshold/threshold.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { WorkLibrary, WorkView } from '#lib/work/update/work-list.ts';
import { inScope, type WorkScope } from './in-scope.ts';
import { milestonesAsking } from './milestones-now.ts';
import { isLate, listTasks, tasksOf } from './work-tasks.ts';

export const LIBRARIES_PER_PAGE = 20;

export interface WorkListFilter extends WorkScope {
	/** Only what is the matter with this milestone; then nothing is said of silence. */
	milestone?: string | null;
	/** Libraries that come first, whatever is the matter there: their answers are still open. */
	open?: readonly number[];
	view: WorkView;
	/** Counted from 1. */
	page: number;
}

export interface WorkList {
	libraries: WorkLibrary[];
	/** How many libraries each view has, and how many tasks these have. */
	counts: Record<WorkView, number>;
	taskCounts: Record<WorkView, number>;
	/** After so many weeks without a look a library counts as silent. */
	silentWeeks: number;
}

type SummaryRow = Omit<WorkLibrary, 'tasks'> &
	Pick<WorkList, 'counts' | 'taskCounts'> & { shown: boolean };

const allTasks = sql`asked + overdue + due + withdrawn + contradictory`;

const CONDITIONS: Record<WorkView, RawBuilder<boolean>> = {
	attention: sql`asked > 0 or overdue > 0 or due > 0 or withdrawn > 0 or contradictory > 0 or silent`,
	asked: sql`asked_all > 0`,
	overdue: sql`overdue > 0`,
	due: sql`due > 0`,
	withdrawn: sql`withdrawn > 0`,
	silent: sql`silent`,
	contradictory: sql`contradictory > 0`,
	all: sql`true`
};

/**
 * The libraries of a POI (or all) with what is the matter there, by weight: the inhabitants of the
 * work area × the days of what is overdue longest. Of what is not overdue the largest come first, and
 * before all others those that somebody asks about.
 */
export async function readWorkList(
	db: Kysely<DB>,
	{ view, page, milestone = null, open = [], ...scope }: WorkListFilter,
	today: Day
): Promise<WorkList> {
	const weeks = await readThreshold(db, 'silent_weeks', today);
	const silentUntil = addDays(today, -weeks * 7 - 1);
	const isOpen = sql<boolean>`id = any (${[...open]}::int[])`;
	const { rows } = await sql<SummaryRow>`
		with ${tasksOf(milestonesAsking(inScope(scope, today), today), today, milestone)},
		served as (
			select area.library_id, round(sum(area.share * counted.inhabitants))::int as inhabitants
			from scope
			join library_municipality area on area.library_id = scope.id
				and area.valid_from <= ${today} and ${today} < area.valid_to
			join lateral (
				select inhabitants from population
				where municipality_code = area.municipality_code and territory_from <= ${today}
				order by territory_from desc, abs(reference_date - ${today}::date), reference_date desc
				limit 1
			) counted on true
			group by area.library_id
		),
		summary as materialized (
			select scope.id, scope.slug, scope.name, coalesce(overdue, 0)::int as overdue,
				coalesce(asked, 0)::int as asked, coalesce(asked_all, 0)::int as asked_all,
				coalesce(due, 0)::int as due, coalesce(withdrawn, 0)::int as withdrawn,
				coalesce(contradictory, 0)::int as contradictory,
				coalesce(${today}::date - overdue_since, 0) as days_overdue, coalesce(inhabitants, 0) as inhabitants,
				looked_at_on, looked.last_on as last_recorded_on,
				${milestone}::text is null and (looked.last_on is null or looked.last_on <= ${silentUntil}) as silent
			from scope
			left join served on served.library_id = scope.id
			left join (
				select library_id, count(*) filter (where ${isLate}) as overdue,
					count(*) filter (where kind = 'asked') as asked, count(asked_due_on) as asked_all,
					min(on_day) filter (where ${isLate}) as overdue_since,
					count(*) filter (where kind in ('due', 'expected')) as due,
					count(*) filter (where kind = 'withdrawn') as withdrawn,
					count(*) filter (where kind in ('plan_after_achieved', 'no_reason', 'closed_unopened'))
						as contradictory,
					max(on_day) filter (where kind = 'looked_at') as looked_at_on
				from task group by library_id
			) task_count on task_count.library_id = scope.id
			left join (${looksNow('scope', 'point')}) looked on looked.library_id = scope.id
		),
		totals as (
			select json_build_object(
				'attention', count(*) filter (where ${CONDITIONS.attention}),
				'asked', count(*) filter (where ${CONDITIONS.asked}),
				'overdue', count(*) filter (where ${CONDITIONS.overdue}),
				'due', count(*) filter (where ${CONDITIONS.due}),
				'withdrawn', count(*) filter (where ${CONDITIONS.withdrawn}),
				'silent', count(*) filter (where ${CONDITIONS.silent}),
				'contradictory', count(*) filter (where ${CONDITIONS.contradictory}),
				'all', count(*)) as counts,
				json_build_object(
				'attention', sum(${allTasks}),
				'asked', sum(asked_all),
				'overdue', sum(overdue),
				'due', sum(due),
				'withdrawn', sum(withdrawn),
				'silent', coalesce(sum(${allTasks}) filter (where silent), 0),
				'contradictory', sum(contradictory),
				'all', sum(${allTasks})) as task_counts
			from summary
		),
		page as (
			(select * from summary where ${isOpen} order by name, id)
			union all
			(select * from summary where (${CONDITIONS[view]}) and not ${isOpen}
			order by asked_all > 0 desc, inhabitants::bigint * days_overdue desc, overdue desc, contradictory desc, withdrawn desc, due desc,
				silent desc, inhabitants desc, name, id
			limit ${LIBRARIES_PER_PAGE} offset ${(page - 1) * LIBRARIES_PER_PAGE})
		)
		select page.*, counts, task_counts, true as shown from page, totals
		union all
		-- Without a library to show, the counts of the other views are still wanted.
		(select summary.*, counts, task_counts, false from summary, totals where not exists (select from page) limit 1)`.execute(
		db
	);
	const { counts, taskCounts } = rows[0] ?? { counts: NO_COUNTS, taskCounts: NO_COUNTS };
	const libraries = rows.filter(({ shown }) => shown);
	const tasks = await listTasks(
		db,
		libraries.map(({ id }) => id),
		today,
		milestone
	);
	return {
		counts,
		taskCounts,
		silentWeeks: weeks,
		libraries: libraries.map(({ counts: _c, taskCounts: _t, shown: _s, ...library }) => ({
			...library,
			tasks: tasks.get(library.id) ?? []
		}))
	};
}

const NO_COUNTS: Record<WorkView, number> = {
	...{
		attention: 0,
		asked: 0,
		overdue: 0,
		due: 0,
		withdrawn: 0,
		silent: 0,
		contradictory: 0,
		all: 0
	}
};
