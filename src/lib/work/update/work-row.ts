import { daysBetween, type Day } from '#lib/base/day/day.ts';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import type { Statement } from '#lib/ledger/change/history-entry.ts';
import { isExpectedLater, isLookedAt, isOverdue } from '#lib/ledger/milestone/lateness.ts';
import { OPERATION } from '#lib/ledger/milestone/milestone.ts';
import { OPERATION_ACTS } from '#lib/ledger/event/act.ts';
import { barrierOf, type Circumstances, type PlainAct } from './rules.ts';
import { isAchieved, planFactsOf, type MilestoneSituation } from './situation.ts';
import { warningsOf, type Warning } from './warnings.ts';

/** One line of a work sheet: how a milestone stands today and what can be recorded about it. */
export interface WorkRow {
	milestoneCode: string;
	firstPlanOn: Day | null;
	planOn: Day | null;
	forecastOn: Day | null;
	status: (Statement & { eventId: number }) | null;
	/** Days from the first plan to the fact, or else to the current plan; negative is earlier. */
	slipDays: number | null;
	overdue: boolean;
	/** Its plan has passed and it is expected on a later day, so it is not overdue. */
	expectedLater: boolean;
	/** The day on which somebody said that what is overdue is still right; null when that has to be asked. */
	lookedAtOn: Day | null;
	/** Whether the location opened; for what it does now. */
	opened: boolean;
	/** Nothing happens any more at a location that is closed for good. */
	closedForGood: boolean;
	warnings: Warning[];
	/** What makes sense now, the usual first. */
	acts: PlainAct[];
	/** The newest event, which forms are based on. */
	basedOn: number | null;
}

const MILESTONE_ACTS: readonly PlainAct[] = [
	'achieve',
	'plan',
	'forecast',
	'hold',
	'resume',
	'not_applicable',
	'withdraw_plan',
	'withdraw_forecast'
];

/**
 * The line of one milestone. `others` are the situations it may depend on, by milestone code;
 * `confirmedOn` is the last day on which it was said that the record is still right.
 */
export function workRow(
	now: Circumstances,
	dependsOn: readonly string[],
	others: ReadonlyMap<string, MilestoneSituation>,
	confirmedOn: Day | null = null
): WorkRow {
	const { milestone, today } = now;
	const closedForGood = now.operation?.status?.kind === 'permanently_closed';
	const facts = planFactsOf(milestone);
	const overdue = !closedForGood && isOverdue(facts, today);
	return {
		milestoneCode: milestone.milestoneCode,
		firstPlanOn: milestone.firstPlan?.targetOn ?? null,
		planOn: milestone.plan?.targetOn ?? null,
		forecastOn: milestone.forecast?.targetOn ?? null,
		status: milestone.status && statusOf(milestone.status),
		slipDays: slipOf(milestone),
		overdue,
		expectedLater: !closedForGood && isExpectedLater(facts, today),
		lookedAtOn: overdue && isLookedAt(facts, confirmedOn, today) ? confirmedOn : null,
		opened: now.opening !== null && isAchieved(now.opening),
		closedForGood,
		warnings: warningsOf(milestone, dependsOn, others, today),
		acts: now.exists ? usefulActs(now) : [],
		basedOn: milestone.lastEvent?.id ?? null
	};
}

function usefulActs(now: Circumstances): PlainAct[] {
	const { milestone } = now;
	const all: readonly PlainAct[] =
		milestone.milestoneCode === OPERATION ? OPERATION_ACTS : MILESTONE_ACTS;
	const acts = all.filter((act) => barrierOf(act, now) === null);
	// Without a plan, making one comes first; somebody whose plan has come says that it is done.
	const planned = milestone.plan !== null || !acts.includes('plan');
	return planned ? acts : ['plan', ...acts.filter((act) => act !== 'plan')];
}

function slipOf({ firstPlan, plan, status }: MilestoneSituation): number | null {
	if (!firstPlan?.targetOn) return null;
	const until = status?.kind === 'achieved' ? status.effectiveOn : plan?.targetOn;
	return until ? daysBetween(firstPlan.targetOn, until) : null;
}

function statusOf(event: RecordedEvent): WorkRow['status'] {
	const { id, kind, effectiveOn, targetOn, openingForm, datePrecision } = event;
	return { eventId: id, kind, effectiveOn, targetOn, openingForm, datePrecision };
}

/** Whether "done today" needs no form: nothing else has to be known. */
export function mayBeDoneToday(row: WorkRow): boolean {
	if (row.closedForGood || row.status?.kind === 'not_applicable') return false;
	return row.acts.includes('achieve') && row.milestoneCode !== 'opening' && row.planOn !== null;
}
