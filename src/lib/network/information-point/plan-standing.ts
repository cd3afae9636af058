import { daysBetween, formatDay, type Day } from '#lib/base/day/day.ts';
import { isLongPast } from '#lib/base/status/rollout-status.ts';
import { isExpectedLater, isOverdue, type PlanFacts } from '#lib/ledger/milestone/lateness.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PointLedger } from './information-point.ts';

/** Where the opening of a point that is not open stands, as far as its plan goes. */
export type PlanStanding =
	'none' | 'planned' | 'overdue' | 'long_past' | 'expected_later' | 'on_hold' | 'not_applicable';

type Opening = Pick<
	PointLedger,
	'planOn' | 'forecastOn' | 'openingStatus' | 'openingStatusOn' | 'firstPlanOn'
>;

/** Where it stands on `day`, by the facts of that day. */
export function planStanding(point: Opening, day: Day): PlanStanding {
	if (point.openingStatus === 'on_hold') return 'on_hold';
	if (point.openingStatus === 'not_applicable') return 'not_applicable';
	if (point.planOn === null) return 'none';
	const facts = planFactsOf(point);
	if (isExpectedLater(facts, day)) return 'expected_later';
	if (!isOverdue(facts, day)) return 'planned';
	return isLongPast(point.planOn, day) ? 'long_past' : 'overdue';
}

/** A note beside the day that is planned: "Over tijd: 12 dagen"; undefined when the day says it all. */
export function planNote(point: Opening, day: Day, locale: string): string | undefined {
	switch (planStanding(point, day)) {
		case 'overdue':
		case 'long_past':
			return m.dossier_overdue({ days: daysBetween(point.planOn!, day) });
		case 'expected_later':
			return m.dossier_expected_later({ date: formatDay(point.forecastOn!, locale) });
		case 'on_hold':
			return m.dossier_on_hold_since({ on: formatDay(point.openingStatusOn ?? day, locale) });
		default:
			return undefined;
	}
}

function planFactsOf({ planOn, forecastOn, openingStatus }: Opening): PlanFacts {
	return { planOn, forecastOn, status: openingStatus === 'resumed' ? null : openingStatus };
}
