import { daysBetween, formatShortDay, type Day } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { PlanTold } from './plan-told.ts';
import { isLongPast, isWhiteSpot, type RolloutStatus } from '#lib/base/status/rollout-status.ts';

/** A place or point without anything open, as far as its plan goes. */
export interface Awaited {
	status: RolloutStatus | 'closed';
	planOn: Day | null;
	firstPlanOn: Day | null;
}

/** What was said of something that is late or on hold. */
export interface SaidOfLate {
	/** The label of the reason that was given. */
	reason?: string | undefined;
	/** The day on which it is expected, when that has not passed. */
	expectedOn?: Day | null | undefined;
	/** The day since which the opening is on hold. */
	heldSince?: Day | null | undefined;
}

const DAYS_PER_MONTH = 30.44;
const inWords = (day: Day) => formatShortDay(day, getLocale());

/** What was said of places, and the day by whose facts it is told. */
export interface LateRows {
	/** By code or id of a place. */
	said: ReadonlyMap<number | string, SaidOfLate>;
	factDay: Day;
}

/** What there is to say of a plan that its status does not say: `plan_overdue` is all but `withdrawn`. */
export type PlanStory = 'withdrawn' | 'paused' | 'expected' | 'long_past' | 'passed';

/** As files and the API have it, in either language. */
export const PLAN_STORY_WORDS: Record<PlanStory, string> = {
	withdrawn: 'ingetrokken',
	paused: 'gepauzeerd',
	expected: 'later-verwacht',
	long_past: 'lang-voorbij',
	passed: 'voorbij'
};

/**
 * The one rule for map, lists, files and the home page, by the facts of `factDay`: what is on hold is
 * told as that, then what is expected later, then what passed so long ago that nobody expects it. The
 * list of work has the same rule in SQL, for every milestone. Null where the status says it all.
 */
export function planStory(
	{ status, planOn }: Pick<Awaited, 'status' | 'planOn'>,
	said: SaidOfLate | undefined,
	factDay: Day
): PlanStory | null {
	if (status === 'closed' || !isWhiteSpot(status)) return null;
	if (said?.heldSince) return 'paused';
	if (status === 'plan_withdrawn') return 'withdrawn';
	if (status !== 'plan_overdue' || planOn === null) return null;
	if (said?.expectedOn) return 'expected';
	return isLongPast(planOn, factDay) ? 'long_past' : 'passed';
}

/** Where the plan of something that is not open stands, in words; null where its status says it all. */
function planStandingText(
	place: Awaited,
	said: SaidOfLate | undefined,
	factDay: Day
): string | null {
	const story = planStory(place, said, factDay);
	if (story === null) return null;
	if (story === 'withdrawn') return m.view_waiting_withdrawn();
	if (story === 'paused') return pausedText(place, inWords(said!.heldSince!));
	const planOn = place.planOn!;
	const date = inWords(planOn);
	if (story === 'expected')
		return m.view_waiting_expected({ date, expected: inWords(said!.expectedOn!) });
	if (story === 'passed') return m.view_waiting_overdue({ date });
	const count = Math.floor(daysBetween(planOn, factDay) / DAYS_PER_MONTH);
	return m.view_waiting_long_past({ date, count });
}

function pausedText({ status, planOn }: Awaited, since: string): string {
	if (status !== 'plan_overdue' || planOn === null) return m.view_waiting_paused({ since });
	return m.view_waiting_paused_overdue({ since, date: inWords(planOn) });
}

/** The same for who still waits, with the first plan when it moved. */
export function waitingText(place: Awaited, said: SaidOfLate | undefined, factDay: Day): string {
	const { planOn, firstPlanOn } = place;
	const now =
		planStandingText(place, said, factDay) ??
		(planOn ? m.view_waiting_planned({ date: inWords(planOn) }) : m.view_waiting_none());
	if (!firstPlanOn || firstPlanOn === planOn) return now;
	return `${now}, ${m.view_waiting_first({ date: inWords(firstPlanOn) })}`;
}

/** That a plan is paused, long past or expected later, as a sentence; null where status and day say it all. */
export function standingSentence(
	place: Awaited,
	said: SaidOfLate | undefined,
	factDay: Day
): string | null {
	const story = planStory(place, said, factDay);
	const tells = story === 'paused' || story === 'expected' || story === 'long_past';
	const text = tells ? planStandingText(place, said, factDay) : null;
	return text === null ? null : text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * What a list says below the status of a place: where its plan stands, when that is more than that it
 * passed, and why; null when there is nothing to say.
 */
export function lateLine(
	place: Awaited,
	said: SaidOfLate | undefined,
	factDay: Day
): string | null {
	const sentence = standingSentence(place, said, factDay);
	const why = whyLine(place, said, factDay);
	if (sentence === null) return why;
	return why === null ? sentence : `${sentence}. ${why}`;
}

/** What there is to tell of the plan of a place, with what was said of why it is late. */
export function tellPlan(place: Awaited, said: SaidOfLate | undefined, factDay: Day): PlanTold {
	const story = planStory(place, said, factDay);
	const tells = story === 'paused' || isLate(place, factDay);
	const { planOn } = place;
	return {
		story,
		reason: tells ? (said?.reason ?? null) : null,
		text:
			planStandingText(place, said, factDay) ??
			(planOn ? m.view_waiting_planned({ date: inWords(planOn) }) : null),
		line: lateLine(place, said, factDay)
	};
}

/** Not open although it was planned to be, by the first plan or by the one that holds now. */
export function isLate({ status, firstPlanOn }: Awaited, factDay: Day): boolean {
	if (status === 'closed' || !isWhiteSpot(status)) return false;
	if (status === 'plan_overdue' || status === 'plan_withdrawn') return true;
	return firstPlanOn !== null && firstPlanOn < factDay;
}

/** Why something is on hold or late; null when it is neither. */
export function whyLine(place: Awaited, said: SaidOfLate | undefined, factDay: Day): string | null {
	if (planStory(place, said, factDay) === 'paused') return reasonText(said?.reason);
	return whyText(place, said?.reason, factDay);
}

/** Why something is late; null when it is not. `reason` is the label of the reason that was given. */
export function whyText(place: Awaited, reason: string | undefined, factDay: Day): string | null {
	if (!isLate(place, factDay)) return null;
	return reasonText(reason);
}

/** A sentence of a dossier with the reason behind it, where there is one. */
export const withWhy = (sentence: string, why: string | null): string =>
	why === null ? sentence : `${sentence} ${why}.`;

const reasonText = (reason: string | undefined): string =>
	reason === undefined ? m.view_why_unknown() : m.view_why({ reason });
