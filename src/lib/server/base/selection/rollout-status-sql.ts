import { sql, type RawBuilder } from 'kysely';
import { SOON_DAYS } from '#lib/base/status/rollout-status.ts';
import { addDays, type Day } from '#lib/base/day/day.ts';
import type { StatusDays } from './where.ts';

/** SQL expressions for the facts of a place that a library serves; counts may be null (= 0). */
export interface FactsSql {
	realised: RawBuilder<number>;
	accessible: RawBuilder<number>;
	temporarilyClosed: RawBuilder<number>;
	onlineOnly: RawBuilder<number>;
	earliestPlanOn: RawBuilder<Day | null>;
	withdrawn: RawBuilder<number>;
}

/** A point of `stand` that was planned once, never opened, and has no plan any more. */
export const planWithdrawnSql = sql<boolean>`(stand.opened_on is null
	and stand.first_plan_on is not null and stand.awaited_on is null)`;

/**
 * `rolloutStatus` of #lib/base/status/rollout-status.ts in SQL, for points and libraries, so that long
 * lists can be filtered, sorted and paged by it. A test keeps the two equal.
 */
export function rolloutStatusSql(facts: FactsSql, { asked, fact }: StatusDays): RawBuilder<string> {
	return sql`case
		when ${facts.accessible} > 0 then 'realised'
		when ${facts.realised} > ${facts.temporarilyClosed} then 'online_now'
		when ${facts.realised} > 0 then 'temporarily_closed'
		when ${facts.onlineOnly} > 0 then 'online_only'
		when ${facts.earliestPlanOn} < ${fact} then 'plan_overdue'
		when ${facts.earliestPlanOn} <= ${addDays(asked, SOON_DAYS)} then 'planned_90'
		when ${facts.earliestPlanOn} is not null then 'planned_later'
		when ${facts.withdrawn} > 0 then 'plan_withdrawn'
		else 'not_planned' end`;
}
