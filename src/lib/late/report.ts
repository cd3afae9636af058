import { daysBetween, type Day } from '#lib/day/day.ts';
import type { DatePrecision, LedgerEvent } from '#lib/ledger/event.ts';
import { stateAt } from '#lib/ledger/state-at.ts';

/** A ledger event with what decides whether its delay can be measured. */
export interface ReportedEvent extends LedgerEvent {
	datePrecision: DatePrecision;
	/** Loaded in bulk (seed or import): its moment of recording says nothing about a reporter. */
	bulk: boolean;
}

/**
 * How many days after it happened the opening that holds on D was recorded, as known on K; null when
 * it is not open, or when that cannot be measured: the day is not known exactly, it corrects an
 * earlier entry (the opening itself had been reported before), or it was loaded in bulk.
 *
 * `events` are all events of the opening of one information point. The plain rule behind
 * `listDelayCounts`, which asks the database the same of all points at once.
 */
export function reportDays(
	events: readonly ReportedEvent[],
	validOn: Day,
	knownOn: Day
): { happenedOn: Day; days: number } | null {
	const holds = stateAt(events, 'status', validOn, knownOn);
	const event = events.find(({ id }) => id === holds?.id);
	if (event?.kind !== 'achieved' || event.correctsEventId !== null) return null;
	if (event.bulk || event.datePrecision !== 'day') return null;
	const { effectiveOn, recordedOn } = event;
	return { happenedOn: effectiveOn, days: daysBetween(effectiveOn, recordedOn) };
}
