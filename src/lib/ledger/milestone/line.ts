import type { Day } from '#lib/base/day/day.ts';
import type { DatePrecision, LedgerEvent, OpeningForm } from '#lib/ledger/event/event.ts';
import type { Confidence } from '#lib/base/source/confidence.ts';
import type { Subject } from '#lib/ledger/subject/subject.ts';
import { lateness, type MilestoneStatus } from './lateness.ts';
import { planSlip, slipOfFact } from './slip.ts';

/** An event that plans, withdraws a plan or corrects one, with what a reader wants to know of it. */
export interface PlanEvent extends LedgerEvent {
	subject: Subject;
	milestoneCode: string;
	openingForm: OpeningForm | null;
	reasonCode: string | null;
	/** Null unless the reader may see it. */
	note: string | null;
	recordedFor: string;
}

/** What one lane of `milestone_state` holds on the day looked at. */
export interface LaneState {
	subject: Subject;
	milestoneCode: string;
	lane: 'first_plan' | 'plan' | 'forecast' | 'status' | 'confirmation';
	kind: string;
	onDay: Day;
	targetOn: Day | null;
	openingForm: OpeningForm | null;
	reasonCode: string | null;
	datePrecision: DatePrecision;
	recordedOn: Day;
	recordedFor: string;
	confidence: Confidence;
	source: string | null;
}

/** One change of a plan, as shown. */
export interface PlanMove {
	eventId: number;
	madeOn: Day;
	fromOn: Day;
	/** Null when the plan was withdrawn. */
	toOn: Day | null;
	days: number;
	reasonCode: string | null;
	note: string | null;
	recordedFor: string;
}

/** One milestone of one subject on a day: plans, forecast, fact, slip and how late it is. */
export interface MilestoneLine {
	subject: Subject;
	milestoneCode: string;
	firstPlanOn: Day | null;
	planOn: Day | null;
	forecastOn: Day | null;
	status: MilestoneStatus | null;
	statusOn: Day | null;
	statusPrecision: DatePrecision;
	statusReasonCode: string | null;
	openingForm: OpeningForm | null;
	moves: PlanMove[];
	/** Days of slip: to the fact when it is achieved, else to the last plan; null without a first plan. */
	slipDays: number | null;
	lateness: ReturnType<typeof lateness>;
	/** The last thing recorded about it; null when nothing was. */
	lastRecord: Pick<LaneState, 'recordedOn' | 'recordedFor' | 'confidence' | 'source'> | null;
}

const STATUSES: Record<string, MilestoneStatus> = {
	achieved: 'achieved',
	not_applicable: 'not_applicable',
	on_hold: 'on_hold'
};

/**
 * The line of one milestone looked at by itself. `states` are the lanes that hold, `planEvents` every
 * event about its plan, both of this subject and milestone only.
 */
export function milestoneLine(
	{ subject, milestoneCode }: { subject: Subject; milestoneCode: string },
	states: readonly LaneState[],
	planEvents: readonly PlanEvent[],
	days: { factDay: Day; knownDay: Day }
): MilestoneLine {
	const lane = (name: LaneState['lane']) => states.find((state) => state.lane === name);
	const slip = planSlip(planEvents, days.factDay, days.knownDay);
	const statusState = lane('status');
	const status = STATUSES[statusState?.kind ?? ''] ?? null;
	const facts = {
		firstPlanOn: lane('first_plan')?.targetOn ?? null,
		planOn: lane('plan')?.targetOn ?? null,
		forecastOn: lane('forecast')?.targetOn ?? null,
		status
	};
	const achievedOn = status === 'achieved' ? (statusState?.onDay ?? null) : null;
	const plannedSlip = facts.firstPlanOn === null ? null : slip.days;
	return {
		subject,
		milestoneCode,
		...facts,
		statusOn: status === null ? null : (statusState?.onDay ?? null),
		statusPrecision: statusState?.datePrecision ?? 'day',
		statusReasonCode: statusState?.reasonCode ?? null,
		openingForm: statusState?.openingForm ?? null,
		moves: slip.replans.map(({ event, fromTargetOn, toTargetOn, days }) => ({
			eventId: event.id,
			madeOn: event.effectiveOn,
			fromOn: fromTargetOn,
			toOn: toTargetOn,
			days,
			reasonCode: event.reasonCode,
			note: event.note,
			recordedFor: event.recordedFor
		})),
		slipDays: slipOfFact(facts.firstPlanOn, achievedOn) ?? plannedSlip,
		lateness: lateness({ ...facts, predecessorOverdue: false }, days.factDay),
		lastRecord: lastRecord(states)
	};
}

/** Why it is not reached: why it is on hold, or else why its plan is what it is; null when nothing was said. */
export function reasonOf({
	status,
	statusReasonCode,
	moves
}: Pick<MilestoneLine, 'status' | 'statusReasonCode'> & {
	moves: readonly Pick<PlanMove, 'reasonCode'>[];
}): string | null {
	if (status === 'on_hold') return statusReasonCode;
	return moves.at(-1)?.reasonCode ?? null;
}

function lastRecord(states: readonly LaneState[]): MilestoneLine['lastRecord'] {
	const latest = [...states].sort((a, b) => (a.recordedOn < b.recordedOn ? 1 : -1))[0];
	if (!latest) return null;
	const { recordedOn, recordedFor, confidence, source } = latest;
	return { recordedOn, recordedFor, confidence, source };
}
