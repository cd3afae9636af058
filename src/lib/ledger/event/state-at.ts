import type { Day } from '#lib/base/day/day.ts';
import { byPrecedence, lanesOf, type Lane, type LedgerEvent } from './event.ts';

/**
 * The event that holds in one lane of one milestone on `validOn`, as known at the end of `knownOn`:
 * a plain fold over the events, and so the oracle for the stored projection. The lane `first_plan`
 * takes the first event in the order of precedence, every other lane the last.
 *
 * `events` are all events of one subject and one milestone, in any order.
 */
export function stateAt(
	events: readonly LedgerEvent[],
	lane: Lane,
	validOn: Day,
	knownOn: Day
): LedgerEvent | undefined {
	const known = events.filter((event) => event.recordedOn <= knownOn);
	const corrected = new Set(known.map((event) => event.correctsEventId));
	const holding = known
		.filter((event) => event.effectiveOn <= validOn)
		.filter((event) => lanesOf(event.kind).includes(lane))
		.filter((event) => !corrected.has(event.id))
		.sort(byPrecedence(known));
	return lane === 'first_plan' ? holding.at(0) : holding.at(-1);
}
