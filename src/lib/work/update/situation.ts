import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { Lane } from '#lib/ledger/event/event.ts';
import { stateAt } from '#lib/ledger/event/state-at.ts';
import type { PlanFacts } from '#lib/ledger/milestone/lateness.ts';

/** What holds today for one milestone (or for the operation) of one subject. */
export interface MilestoneSituation {
	milestoneCode: string;
	firstPlan: RecordedEvent | null;
	/** Null when there is no plan, or it was withdrawn. */
	plan: RecordedEvent | null;
	forecast: RecordedEvent | null;
	/** The status that holds; null when nothing was said, or what was said was resumed. */
	status: RecordedEvent | null;
	/** The newest event of all, also when it counts no longer: what a form is based on. */
	lastEvent: RecordedEvent | null;
}

/** The situation of a milestone today, from all events of its subject. */
export function situationOf(
	events: readonly RecordedEvent[],
	milestoneCode: string,
	today: Day
): MilestoneSituation {
	const own = events.filter((event) => event.milestoneCode === milestoneCode);
	const byId = new Map(own.map((event) => [event.id, event]));
	const holding = (lane: Lane, ...nothing: string[]): RecordedEvent | null => {
		const event = byId.get(stateAt(own, lane, today, today)?.id ?? 0);
		return event && !nothing.includes(event.kind) ? event : null;
	};
	return {
		milestoneCode,
		firstPlan: holding('first_plan'),
		plan: holding('plan', 'plan_withdrawn'),
		forecast: holding('forecast', 'forecast_withdrawn'),
		status: holding('status', 'resumed'),
		lastEvent: own.reduce<RecordedEvent | null>(
			(last, event) => (last && last.id > event.id ? last : event),
			null
		)
	};
}

/** True when the milestone was reached. */
export function isAchieved(situation: { status: { kind: string } | null }): boolean {
	return situation.status?.kind === 'achieved';
}

/** What decides whether it is over its day, by the rule of every page (`#lib/ledger/milestone/lateness.ts`). */
export function planFactsOf({
	plan,
	forecast,
	status
}: {
	plan: { targetOn: Day | null } | null;
	forecast: { targetOn: Day | null } | null;
	status: { kind: string } | null;
}): PlanFacts {
	return {
		planOn: plan?.targetOn ?? null,
		forecastOn: forecast?.targetOn ?? null,
		status: status?.kind ?? null
	};
}
