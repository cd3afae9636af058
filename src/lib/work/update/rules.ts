import { addDays, type Day } from '#lib/base/day/day.ts';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import { FIRST_DAY, LAST_DAY } from '#lib/base/as-of/as-of.ts';
import { isLocked, type LockedDays } from '#lib/ledger/quarter-lock/quarter-lock.ts';
import { ACTS, fieldsOf, type Act } from '#lib/ledger/event/act.ts';
import type { ActValues } from './schema.ts';
import { isAchieved, type MilestoneSituation } from './situation.ts';

/** Everything that is decided before an act may be recorded. */
export interface Circumstances {
	today: Day;
	/** False for a library or location that no longer exists today. */
	exists: boolean;
	/** Whether the milestone is one of this subject's level. */
	belongs: boolean;
	notApplicableAllowed: boolean;
	milestone: MilestoneSituation;
	/** What a location does, and whether it opened; null for a library. */
	operation: MilestoneSituation | null;
	opening: MilestoneSituation | null;
	/** The first day on which something can have happened here. */
	startsOn: Day;
	/** Quarters of whose days she may record nothing any more. */
	locked: readonly LockedDays[];
	/** The entry to put right, for `correct`. */
	corrected: RecordedEvent | null;
	knownReasons: readonly string[];
}

/** Why an act is refused; the texts are `update_problem_…`. */
export type ProblemCode =
	| 'gone'
	| 'other_level'
	| 'required'
	| 'in_future'
	| 'quarter_locked'
	| 'too_early'
	| 'not_sensible'
	| 'before_first_plan'
	| 'same_plan'
	| 'reason_required'
	| 'unknown_reason'
	| 'opening_form_required'
	| 'already_achieved'
	| 'already_so'
	| 'not_applicable'
	| 'not_allowed'
	| 'nothing_to_withdraw'
	| 'nothing_to_resume'
	| 'not_open'
	| 'closed_for_good'
	| 'before_opening'
	| 'before_closing'
	| 'after_closing'
	| 'long_past'
	| 'agreed_when'
	| 'end_required'
	| 'end_and_unknown'
	| 'ends_before_closing'
	| 'changes_nothing'
	| 'note_required'
	| 'another_day'
	| 'unknown_event'
	| 'already_corrected'
	| 'name_taken'
	| 'outside_work_area'
	| 'host_inside';

export interface Problem {
	/** The name of the field it stands beside; `form` when it is about the act as a whole. */
	field: string;
	code: ProblemCode;
}

/** The plain act: for a correction the act that recorded the entry in the first place. */
export type PlainAct = Exclude<Act, 'correct'>;

/** Everything that is wrong with an act, in the order of its form; empty when it may be recorded. */
export function problemsOf(act: PlainAct, values: ActValues, now: Circumstances): Problem[] {
	if (!now.exists) return [{ field: 'form', code: 'gone' }];
	if (!now.belongs) return [{ field: 'form', code: 'other_level' }];
	if (now.corrected && isLocked(now.locked, now.corrected.effectiveOn)) {
		return [{ field: 'form', code: 'quarter_locked' }];
	}
	const barred = now.corrected ? null : barrierOf(act, now);
	if (barred) return [{ field: 'form', code: barred }];
	const problems = fieldsOf(act, now.milestone.milestoneCode).flatMap((field): Problem[] => {
		const code = CHECKS[field](act, values, now);
		return code ? [{ field, code }] : [];
	});
	if (values.reason === OTHER_REASON && values.note === null) {
		problems.push({ field: 'note', code: 'note_required' });
	}
	return problems;
}

/** Why an act makes no sense in this situation, whatever is filled in; null when it does. */
export function barrierOf(act: PlainAct, now: Circumstances): ProblemCode | null {
	const { milestone, operation } = now;
	if (MOVING_ACTS.includes(act) && operationBarrier(now)) return 'closed_for_good';
	if (ACTS[act].kind === milestone.status?.kind) {
		return act === 'achieve' ? 'already_achieved' : 'already_so';
	}
	if (NEEDED_ACTS.includes(act) && milestone.status?.kind === 'not_applicable') {
		return 'not_applicable';
	}
	switch (act) {
		case 'plan':
		case 'forecast':
		case 'hold':
		case 'not_applicable':
			if (isAchieved(milestone)) return 'already_achieved';
			return act === 'not_applicable' && !now.notApplicableAllowed ? 'not_allowed' : null;
		case 'resume':
			return milestone.status && !isAchieved(milestone) ? null : 'nothing_to_resume';
		case 'withdraw_plan':
			// Of what is done the plan is what it is compared with.
			if (isAchieved(milestone)) return 'already_achieved';
			return milestone.plan ? null : 'nothing_to_withdraw';
		case 'withdraw_forecast':
			if (isAchieved(milestone)) return 'already_achieved';
			return milestone.forecast ? null : 'nothing_to_withdraw';
		case 'temporarily_close':
			return operationBarrier(now) ?? (now.opening && isAchieved(now.opening) ? null : 'not_open');
		case 'reopen':
			if (now.opening && !isAchieved(now.opening)) return 'not_open';
			return operation?.status && operation.status.kind !== 'reopened' ? null : 'nothing_to_resume';
		case 'go_online':
		case 'close':
			return operationBarrier(now);
		case 'achieve':
			return null;
	}
}

/** What makes no sense any more at a location that is closed for good. */
const MOVING_ACTS: readonly PlainAct[] = [
	'plan',
	'forecast',
	'hold',
	'resume',
	'not_applicable',
	'withdraw_plan',
	'withdraw_forecast'
];

/** What is only said of a milestone that has to be reached; that it was reached after all may be. */
const NEEDED_ACTS: readonly PlainAct[] = [
	'plan',
	'forecast',
	'hold',
	'withdraw_plan',
	'withdraw_forecast'
];

/** The reason that says nothing by itself. */
export const OTHER_REASON = 'anders';
/** A plan for a day longer ago than this is asked about. */
export const LONG_PAST_DAYS = 31;

/** A day so long ago that it is asked whether it is meant, and nobody said that it is. */
export function isLongPast(
	{ targetOn, pastMeant }: { targetOn: Day | null; pastMeant: boolean },
	today: Day
): boolean {
	return targetOn !== null && !pastMeant && targetOn < addDays(today, -LONG_PAST_DAYS);
}

function operationBarrier({ operation }: Circumstances): ProblemCode | null {
	return operation?.status?.kind === 'permanently_closed' ? 'closed_for_good' : null;
}

type Check = (act: PlainAct, values: ActValues, now: Circumstances) => ProblemCode | null;

const CHECKS: Record<ReturnType<typeof fieldsOf>[number], Check> = {
	targetOn: (act, values, now) => {
		if (act === 'temporarily_close') return endProblem(values, now);
		const { targetOn } = values;
		if (targetOn === null) return 'required';
		if (targetOn < FIRST_DAY || targetOn > LAST_DAY) return 'not_sensible';
		const current = act === 'plan' ? now.milestone.plan : now.milestone.forecast;
		if (!now.corrected && current?.targetOn === targetOn) return 'same_plan';
		return !now.corrected && isLongPast(values, now.today) ? 'long_past' : null;
	},
	effectiveOn: (act, { effectiveOn, openingForm }, now) => {
		// For everything but an achievement an empty day means today.
		if (effectiveOn === null) return act === 'achieve' ? 'required' : null;
		if (effectiveOn > now.today) return 'in_future';
		if (isLocked(now.locked, effectiveOn)) return 'quarter_locked';
		// First what is known of its opening and closing: that says more than when its records begin.
		const impossible = orderProblem(act, effectiveOn, now);
		if (impossible) return impossible;
		if (effectiveOn < now.startsOn && openingForm !== 'alleen_online') return 'too_early';
		const first = now.milestone.firstPlan;
		const replans = act === 'plan' && first !== null && first.id !== now.corrected?.id;
		return replans && effectiveOn < first.effectiveOn ? 'before_first_plan' : null;
	},
	reason: (act, { reason }, now) => {
		if (reason !== null && !now.knownReasons.includes(reason)) return 'unknown_reason';
		return reason === null && needsReason(act, now) ? 'reason_required' : null;
	},
	openingForm: (_act, { openingForm }, now) => {
		if (openingForm === null) return 'opening_form_required';
		if (openingForm !== 'alleen_online') return null;
		// A correction keeps the kind of the entry, and online only is not an opening at all.
		if (now.corrected) return 'not_allowed';
		return now.operation?.status?.kind === 'online_only' ? 'already_so' : null;
	},
	precision: () => null
};

/** When a closure is expected to end is asked for; that it is not known yet is an answer. */
function endProblem(
	{ targetOn, endUnknown, effectiveOn }: ActValues,
	{ today, corrected }: Circumstances
): ProblemCode | null {
	if (targetOn === null) return endUnknown ? null : 'end_required';
	if (endUnknown) return 'end_and_unknown';
	if (targetOn < FIRST_DAY || targetOn > LAST_DAY) return 'not_sensible';
	const closedOn = effectiveOn ?? corrected?.effectiveOn ?? today;
	return targetOn <= closedOn ? 'ends_before_closing' : null;
}

/** A location opens, closes and opens again in that order. */
function orderProblem(act: PlainAct, on: Day, now: Circumstances): ProblemCode | null {
	const opened = now.opening && isAchieved(now.opening) ? now.opening.status : null;
	const operation = now.operation?.status ?? null;
	const closed =
		operation?.kind === 'temporarily_closed' || operation?.kind === 'permanently_closed';
	switch (act) {
		case 'temporarily_close':
		case 'close':
			return opened && on < opened.effectiveOn ? 'before_opening' : null;
		case 'reopen':
			return operation && !now.corrected && on < operation.effectiveOn ? 'before_closing' : null;
		case 'achieve': {
			const opens = now.milestone.milestoneCode === 'opening';
			const stops = opens ? closed : operation?.kind === 'permanently_closed';
			return operation && stops && on > operation.effectiveOn ? 'after_closing' : null;
		}
		default:
			return null;
	}
}

/** A reason is asked for whatever moves or stops a plan; not for a first plan or a forecast. */
export function needsReason(
	act: PlainAct,
	now: Pick<Circumstances, 'milestone' | 'corrected'>
): boolean {
	if (act === 'hold' || act === 'withdraw_plan') return true;
	if (act === 'temporarily_close' || act === 'close') return true;
	if (act !== 'plan') return false;
	const first = now.milestone.firstPlan;
	return first !== null && first.id !== now.corrected?.id;
}
