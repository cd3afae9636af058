import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#lib/base/day/day.ts';
import { dueUntil } from '#lib/work/update/work-list.ts';

/** What both functions below give, told apart from any other piece of SQL. */
export type MilestonesNow = RawBuilder<{ milestoneCode: string }>;

/**
 * The common tables `scope` (libraries), `point` (the locations that they have) and `milestone_now`:
 * where each of their milestones stands now, from the projection that keeps it
 * (docs/decisions/0052-lists-of-work-read-what-stands.md).
 */
export function milestonesNow(inScope: RawBuilder<unknown>, today: Day): MilestonesNow {
	return sql`${subjectsOf(inScope, today)}, ${standingOf(() => sql.table('milestone_standing'))}`;
}

/**
 * The same, but only of milestones that may ask something on this day. Reads them by that day, and then
 * looks which are in scope: for hundreds of libraries. A few are better asked for themselves.
 */
export function milestonesAsking(inScope: RawBuilder<unknown>, today: Day): MilestonesNow {
	// Without the fence the planner reads whole libraries in their order, to leave out nearly all.
	const asking = (column: string) => sql`(select * from milestone_standing
		where ${sql.ref(column)} is not null and (asks_from <= ${dueUntil(today)} or asks_until > ${today}) offset 0)`;
	return sql`${subjectsOf(inScope, today)}, ${standingOf(asking)}`;
}

function subjectsOf(inScope: RawBuilder<unknown>, today: Day): RawBuilder<unknown> {
	return sql`
		scope as materialized (select id, slug, name from library where ${inScope}),
		point as materialized (
			select period.information_point_id as id, period.library_id
			from information_point_period period join scope on scope.id = period.library_id
			where period.valid_from <= ${today} and ${today} < period.valid_to
		)`;
}

const COLUMNS = sql`milestone_code, plan_on, forecast_on, plan_event, plan_reason, plan_made_on, first_event,
	first_on, status_on, status_event, ends_on, status, confirmed_on`;

/** `source` gives what is to be read of the libraries, and of the points. */
const standingOf = (source: (column: string) => RawBuilder<unknown>) => sql`
		milestone_now as (
			select scope.id as library_id, null::int as point_id, ${COLUMNS}
			from scope join ${source('library_id')} standing on standing.library_id = scope.id
			union all
			select point.library_id, point.id, ${COLUMNS}
			from point join ${source('information_point_id')} standing
				on standing.information_point_id = point.id
		)`;
