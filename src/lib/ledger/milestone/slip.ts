import { daysBetween, type Day } from '#lib/base/day/day.ts';
import { byPrecedence, lanesOf, type LedgerEvent } from '#lib/ledger/event/event.ts';

/** One change of a plan after the first: what it was, what it became, and by how many days. */
export interface Replan<E extends LedgerEvent = LedgerEvent> {
	event: E;
	/** The day aimed at before; a withdrawn plan still counts as where the next one moved from. */
	fromTargetOn: Day;
	/** The new day aimed at; null when the plan was withdrawn. */
	toTargetOn: Day | null;
	/** Days from the old day to the new one; negative when it moved forward, 0 for a withdrawal. */
	days: number;
}

export interface PlanSlip<E extends LedgerEvent = LedgerEvent> {
	/** The first planned event, which is never overwritten. */
	firstPlan: E | null;
	/** The plan that holds; null when there is none or it was withdrawn. */
	currentPlan: E | null;
	/** Every change after the first plan, in order of the day it was made. */
	replans: Replan<E>[];
	/** Days from the first planned day to the last planned one: the sum of `replans[].days`. */
	days: number;
}

/**
 * How the plan of one milestone of one subject moved, looked at from `validOn` as known at the end
 * of `knownOn`. `events` are all its events, in any order; other lanes than the plan are ignored.
 */
export function planSlip<E extends LedgerEvent>(
	events: readonly E[],
	validOn: Day,
	knownOn: Day
): PlanSlip<E> {
	const plans = countingPlanEvents(events, validOn, knownOn);
	const firstPlan = plans.find((event) => event.kind === 'planned') ?? null;
	const last = plans.at(-1) ?? null;
	const replans = firstPlan === null ? [] : replansAfter(firstPlan, plans);
	return {
		firstPlan,
		currentPlan: last?.kind === 'planned' ? last : null,
		replans,
		days: replans.reduce((sum, replan) => sum + replan.days, 0)
	};
}

/** Days from the first planned day to the day it was reached; null when one of the two is missing. */
export function slipOfFact(firstPlanOn: Day | null, achievedOn: Day | null): number | null {
	if (firstPlanOn === null || achievedOn === null) return null;
	return daysBetween(firstPlanOn, achievedOn);
}

function replansAfter<E extends LedgerEvent>(firstPlan: E, plans: readonly E[]): Replan<E>[] {
	const replans: Replan<E>[] = [];
	let from = firstPlan.targetOn;
	for (const event of plans.slice(plans.indexOf(firstPlan) + 1)) {
		if (from === null) continue;
		const to = event.targetOn;
		replans.push({
			event,
			fromTargetOn: from,
			toTargetOn: to,
			days: to === null ? 0 : daysBetween(from, to)
		});
		from = to ?? from;
	}
	return replans;
}

/** The plan events that count, in order of precedence; the same reading as `stateAt`. */
function countingPlanEvents<E extends LedgerEvent>(
	events: readonly E[],
	validOn: Day,
	knownOn: Day
): E[] {
	const known = events.filter((event) => event.recordedOn <= knownOn);
	const corrected = new Set(known.map((event) => event.correctsEventId));
	return known
		.filter((event) => event.effectiveOn <= validOn && !corrected.has(event.id))
		.filter((event) => lanesOf(event.kind).includes('plan'))
		.sort(byPrecedence(known));
}
