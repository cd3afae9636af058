import { daysBetween, formatShortDay, type Day } from '#lib/base/day/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { isLongPast, isWhiteSpot, type RolloutStatus } from '#lib/base/status/rollout-status.ts';

/** A place or point without anything open, as far as its plan goes. */
export interface Awaited {
	status: RolloutStatus | 'closed';
	planOn: Day | null;
	firstPlanOn: Day | null;
	/** The day on which it is expected, when that has not passed. */
	expectedOn?: Day | null | undefined;
}

/** What was said of something that is late. */
export interface SaidOfLate {
	/** The label of the reason that was given. */
	reason?: string | undefined;
	/** The day on which it is expected, when that has not passed. */
	expectedOn?: Day | null | undefined;
}

const DAYS_PER_MONTH = 30.44;
const inWords = (day: Day) => formatShortDay(day, getLocale());

/** Where the plan of something that is not open stands, in words; null where its status says it all. */
export function planStandingText(place: Awaited, factDay: Day): string | null {
	const { status, planOn, expectedOn } = place;
	if (status === 'plan_withdrawn') return m.view_waiting_withdrawn();
	if (status !== 'plan_overdue' || planOn === null) return null;
	const date = inWords(planOn);
	if (expectedOn) return m.view_waiting_expected({ date, expected: inWords(expectedOn) });
	if (!isLongPast(planOn, factDay)) return m.view_waiting_overdue({ date });
	const count = Math.floor(daysBetween(planOn, factDay) / DAYS_PER_MONTH);
	return m.view_waiting_long_past({ date, count });
}

/** The same for who still waits, with the first plan when it moved. */
export function waitingText(place: Awaited, factDay: Day): string {
	const { planOn, firstPlanOn } = place;
	const now =
		planStandingText(place, factDay) ??
		(planOn ? m.view_waiting_planned({ date: inWords(planOn) }) : m.view_waiting_none());
	if (!firstPlanOn || firstPlanOn === planOn) return now;
	return `${now}, ${m.view_waiting_first({ date: inWords(firstPlanOn) })}`;
}

/** Not open although it was planned to be, by the first plan or by the one that holds now. */
export function isLate({ status, firstPlanOn }: Awaited, factDay: Day): boolean {
	if (status === 'closed' || !isWhiteSpot(status)) return false;
	if (status === 'plan_overdue' || status === 'plan_withdrawn') return true;
	return firstPlanOn !== null && firstPlanOn < factDay;
}

/** Why something is late; null when it is not. `reason` is the label of the reason that was given. */
export function whyText(place: Awaited, reason: string | undefined, factDay: Day): string | null {
	if (!isLate(place, factDay)) return null;
	return reason === undefined ? m.view_why_unknown() : m.view_why({ reason });
}
