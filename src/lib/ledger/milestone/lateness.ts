import { addDays, type Day } from '#lib/base/day/day.ts';

/** What is known of one milestone of one subject on a date. */
export interface LatenessFacts {
	firstPlanOn: Day | null;
	/** The current plan. */
	planOn: Day | null;
	/** What the adviser expects. */
	forecastOn: Day | null;
	status: MilestoneStatus | null;
	/** True when the plan of a milestone that comes before it has passed. */
	predecessorOverdue: boolean;
}

/** What the status lane can hold of a milestone; `resumed` reads as nothing. */
export type MilestoneStatus = 'achieved' | 'not_applicable' | 'on_hold';

/** As far as the plan goes; any status explains a plan that has passed. */
export interface PlanFacts {
	planOn: Day | null;
	forecastOn: Day | null;
	status: string | null;
}

/** Planned once, without a plan or anything else said of it now: the plan was withdrawn. */
export function isPlanWithdrawn({
	firstPlanOn,
	planOn,
	status
}: Pick<LatenessFacts, 'firstPlanOn'> & Omit<PlanFacts, 'forecastOn'>): boolean {
	return firstPlanOn !== null && planOn === null && status === null;
}

/** After "still right" a plan that has passed is left alone for so many days. */
export const CONFIRMED_DAYS = 7;

/** The current plan has passed, and it is not achieved, on hold or not applicable. */
export function isPlanPassed(facts: Omit<PlanFacts, 'forecastOn'>, day: Day): boolean {
	return facts.status === null && facts.planOn !== null && facts.planOn < day;
}

/** Its plan has passed, and who knows it expects it on a day that has not: later than planned. */
export function isExpectedLater(facts: PlanFacts, day: Day): boolean {
	return isPlanPassed(facts, day) && facts.forecastOn !== null && facts.forecastOn >= day;
}

/** `over tijd`: the current plan has passed, and nothing that was said explains it. */
export function isOverdue(facts: PlanFacts, day: Day): boolean {
	return isPlanPassed(facts, day) && !isExpectedLater(facts, day);
}

/**
 * Whether somebody said after the plan had passed that this is still right: it stays `over tijd`, but
 * nobody is asked about it again this week.
 */
export function isLookedAt(
	{ planOn }: Pick<PlanFacts, 'planOn'>,
	confirmedOn: Day | null,
	day: Day
): boolean {
	if (planOn === null || confirmedOn === null || confirmedOn <= planOn) return false;
	return day < addDays(confirmedOn, CONFIRMED_DAYS);
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
 * plan, or the plan of a milestone that comes before it has passed.
 */
export function isAtRisk(facts: LatenessFacts, day: Day): boolean {
	if (facts.status === 'achieved' || facts.status === 'not_applicable') return false;
	if (isPlanPassed(facts, day) || isBehindFirstPlan(facts, day)) return false;
	return facts.predecessorOverdue || expectedOn(facts).some((on) => isAfterFirstPlan(facts, on));
}

/** The strongest of the four judgements, for a label; null when there is nothing to warn of. */
export function lateness(
	facts: LatenessFacts,
	day: Day
): 'overdue' | 'expected_later' | 'behind_first_plan' | 'at_risk' | null {
	if (isOverdue(facts, day)) return 'overdue';
	if (isExpectedLater(facts, day)) return 'expected_later';
	if (isBehindFirstPlan(facts, day)) return 'behind_first_plan';
	return isAtRisk(facts, day) ? 'at_risk' : null;
}

function expectedOn(facts: LatenessFacts): Day[] {
	return [facts.planOn, facts.forecastOn].filter((on) => on !== null);
}

function isAfterFirstPlan(facts: LatenessFacts, on: Day): boolean {
	return facts.firstPlanOn !== null && on > facts.firstPlanOn;
}
