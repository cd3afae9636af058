import type { Day } from '#lib/base/day/day.ts';
import type { EventKind } from '#lib/ledger/event/event.ts';

/** What an inheritance looks at of an event about one milestone of a library. */
export interface LibraryEvent {
	milestoneCode: string;
	kind: EventKind;
	effectiveOn: Day;
}

const PLANS: readonly EventKind[] = ['planned', 'plan_withdrawn'];
const STATUSES: readonly EventKind[] = ['achieved', 'not_applicable', 'on_hold', 'resumed'];

/**
 * The events that a merged library restates on the day of the merger, per milestone: the earliest
 * first plan of its predecessors, the current plan of the same predecessor, and their state
 * (achieved when one of them achieved it, on the earliest day). What the successor recorded itself
 * stays as it is: only lanes without events of its own are filled. Pass histories without corrected
 * events. Points do not need this: they move with their whole history.
 */
export function inheritedEvents<E extends LibraryEvent>(
	predecessors: readonly (readonly E[])[],
	own: readonly E[] = []
): E[] {
	const codes = new Set(predecessors.flat().map((event) => event.milestoneCode));
	return [...codes].flatMap((code) => {
		const of = (events: readonly E[]) =>
			events
				.filter((event) => event.milestoneCode === code)
				.sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
		const histories = predecessors.map(of);
		const kept = of(own);
		const hasOwn = (kinds: readonly EventKind[]) =>
			kept.some((event) => kinds.includes(event.kind));
		return [
			...(hasOwn(PLANS) ? [] : inheritedPlans(histories)),
			...(hasOwn(STATUSES) ? [] : inheritedStatus(histories))
		];
	});
}

function inheritedPlans<E extends LibraryEvent>(histories: E[][]): E[] {
	const plans = histories
		.map((history) => history.filter((event) => PLANS.includes(event.kind)))
		.filter((history) => history.length > 0)
		.sort((a, b) => (a[0]!.effectiveOn < b[0]!.effectiveOn ? -1 : 1))[0];
	if (!plans) return [];
	const [first, last] = [plans[0]!, plans.at(-1)!];
	return first === last ? [first] : [first, last];
}

function inheritedStatus<E extends LibraryEvent>(histories: E[][]): E[] {
	const statuses = histories.flat().filter((event) => STATUSES.includes(event.kind));
	const achieved = statuses.filter((event) => event.kind === 'achieved');
	const candidates = (achieved.length > 0 ? achieved : statuses).sort((a, b) =>
		a.effectiveOn < b.effectiveOn ? -1 : 1
	);
	const chosen = achieved.length > 0 ? candidates[0] : candidates.at(-1);
	return chosen ? [chosen] : [];
}
