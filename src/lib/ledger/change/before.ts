import { lanesOf } from '#lib/ledger/event/event.ts';
import { stateAt } from '#lib/ledger/event/state-at.ts';
import type { RecordedEvent } from './recorded-event.ts';

/**
 * What held in the lane of `event` just before it was recorded, on the day of its recording: the
 * "what was" of a history. `history` are all events of the same subject and milestone.
 */
export function stateBefore(
	event: RecordedEvent,
	history: readonly RecordedEvent[]
): RecordedEvent | null {
	const lane = lanesOf(event.kind).find((name) => name !== 'first_plan');
	if (!lane) return null;
	const earlier = history.filter((other) => isEarlier(other, event));
	const state = stateAt(earlier, lane, event.recordedOn, event.recordedOn);
	return earlier.find(({ id }) => id === state?.id) ?? null;
}

function isEarlier(a: RecordedEvent, b: RecordedEvent): boolean {
	return a.recordedAt === b.recordedAt ? a.id < b.id : a.recordedAt < b.recordedAt;
}
