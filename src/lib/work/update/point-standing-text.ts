import { formatDay, type Day } from '#lib/base/day/day.ts';
import { planStanding } from '#lib/network/information-point/plan-standing.ts';
import { m } from '#lib/paraglide/messages.js';

/** How the opening of a location stands today. */
export interface PointStanding {
	openedOn: Day | null;
	planOn: Day | null;
	forecastOn: Day | null;
	/** The first plan, also when it was withdrawn. */
	firstPlanOn: Day | null;
	/** The status of its opening, and since when; null when nothing holds. */
	openingStatus: string | null;
	openingStatusOn: Day | null;
	/** What it does now: `temporarily_closed`, `online_only`, `permanently_closed`, or null for nothing said. */
	operation: string | null;
}

/** How a location stands, in a few words for the list of a library's locations. */
export function pointStandingText(point: PointStanding, today: Day, locale: string): string {
	if (point.operation === 'permanently_closed') return m.status_closed();
	if (point.operation === 'temporarily_closed') return m.status_temporarily_closed();
	if (point.operation === 'online_only') return m.status_online_only();
	const words = (day: Day | null) => formatDay(day ?? today, locale);
	if (point.openedOn) return m.update_said_opened({ on: words(point.openedOn) });
	switch (planStanding(point, today)) {
		case 'on_hold':
			return m.update_said_on_hold({ on: words(point.openingStatusOn) });
		case 'not_applicable':
			return m.update_said_not_applicable({ on: words(point.openingStatusOn) });
		case 'expected_later':
			return m.update_status_expected_later({ on: words(point.forecastOn) });
		case 'overdue':
			return m.update_point_overdue({ on: words(point.planOn) });
		case 'long_past':
			return m.update_point_long_past({ on: words(point.planOn) });
		case 'planned':
			return m.update_said_planned({ on: words(point.planOn) });
		case 'none':
			return point.firstPlanOn ? m.status_plan_withdrawn() : m.status_not_planned();
	}
}
