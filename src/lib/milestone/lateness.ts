import type { Day } from '#lib/day/day.ts';

/** What is known of one milestone of one subject on a date. */
export interface LatenessFacts {
	firstPlanOn: Day | null;
	/** The current plan. */
	planOn: Day | null;
	/** What the adviser expects. */
	forecastOn: Day | null;
	status: MilestoneStatus | null;
	/** True when a milestone that comes before it is over tijd. */
	predecessorOverdue: boolean;
}

/** What the status lane can hold of a milestone; `resumed` reads as nothing. */
export type MilestoneStatus = 'achieved' | 'not_applicable' | 'on_hold';

/** `over tijd`: the current plan has passed, and it is not achieved, on hold or not applicable. */
export function isOverdue(facts: Omit<LatenessFacts, 'predecessorOverdue'>, day: Day): boolean {
	return facts.status === null && facts.planOn !== null && facts.planOn < day;
}

/**
 * `achter op de oorspronkelijke planning`: the first plan has passed and it is not achieved. What is
 * on hold stays late; what does not apply cannot be.
 */
export function isBehindFirstPlan(facts: LatenessFacts, day: Day): boolean {
	if (facts.status === 'achieved' || facts.status === 'not_applicable') return false;
	return facts.firstPlanOn !== null && facts.firstPlanOn < day;
}

/**
 * `risico`: not late in either sense, but the current plan or the forecast lies after the first
 * plan, or a milestone that comes before it is over tijd.
 */
export function isAtRisk(facts: LatenessFacts, day: Day): boolean {
	if (facts.status === 'achieved' || facts.status === 'not_applicable') return false;
	if (isOverdue(facts, day) || isBehindFirstPlan(facts, day)) return false;
	return facts.predecessorOverdue || expectedOn(facts).some((on) => isAfterFirstPlan(facts, on));
}

/** The strongest of the three judgements, for a label; null when there is nothing to warn of. */
export function lateness(
	facts: LatenessFacts,
	day: Day
): 'overdue' | 'behind_first_plan' | 'at_risk' | null {
	if (isOverdue(facts, day)) return 'overdue';
	if (isBehindFirstPlan(facts, day)) return 'behind_first_plan';
	return isAtRisk(facts, day) ? 'at_risk' : null;
}

function expectedOn(facts: LatenessFacts): Day[] {
	return [facts.planOn, facts.forecastOn].filter((on) => on !== null);
}

function isAfterFirstPlan(facts: LatenessFacts, on: Day): boolean {
	return facts.firstPlanOn !== null && on > facts.firstPlanOn;
}
