import { sql, type RawBuilder } from 'kysely';
import { SOON_DAYS } from '#lib/coverage/rollout-status.ts';
import { addDays, type Day } from '#lib/day/day.ts';

/** SQL expressions for the facts of a place that a library serves; counts may be null (= 0). */
export interface FactsSql {
	realised: RawBuilder<number>;
	accessible: RawBuilder<number>;
	onlineOnly: RawBuilder<number>;
	earliestPlanOn: RawBuilder<Day | null>;
}

/**
 * `rolloutStatus` of #lib/coverage/rollout-status.ts in SQL, for points and libraries, so that long
 * lists can be filtered, sorted and paged by it. A test keeps the two equal.
 */
export function rolloutStatusSql(facts: FactsSql, day: Day): RawBuilder<string> {
	return sql`case
		when ${facts.accessible} > 0 then 'realised'
		when ${facts.realised} > 0 then 'temporarily_closed'
		when ${facts.onlineOnly} > 0 then 'online_only'
		when ${facts.earliestPlanOn} < ${day} then 'plan_overdue'
		when ${facts.earliestPlanOn} <= ${addDays(day, SOON_DAYS)} then 'planned_90'
		when ${facts.earliestPlanOn} is not null then 'planned_later'
		else 'not_planned' end`;
}
