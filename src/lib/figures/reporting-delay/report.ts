import { daysBetween, earliestDay, type Day } from '#lib/base/day/day.ts';
import type { DatePrecision, LedgerEvent } from '#lib/ledger/event/event.ts';
import { stateAt } from '#lib/ledger/event/state-at.ts';

/** A ledger event with what decides whether its delay can be measured. */
export interface ReportedEvent extends LedgerEvent {
	datePrecision: DatePrecision;
	/** Loaded in bulk (seed or import): its moment of recording says nothing about a reporter. */
	bulk: boolean;
}

/**
 * How many days after it happened the opening that holds on D was recorded for the first time, as
 * known on K; null when it is not open, or when that cannot be measured: the day is not known
 * exactly, the day that holds came with a correction, or it was loaded in bulk.
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
	if (holds?.kind !== 'achieved') return null;
	const reports = events.filter(
		({ kind, effectiveOn, recordedOn, correctsEventId }) =>
			kind === 'achieved' &&
			effectiveOn === holds.effectiveOn &&
			recordedOn <= knownOn &&
			correctsEventId === null
	);
	const first = earliestDay(reports.map(({ recordedOn }) => recordedOn));
	if (first === null) return null;
	if (reports.some(({ bulk, datePrecision }) => bulk || datePrecision !== 'day')) return null;
	return { happenedOn: holds.effectiveOn, days: daysBetween(holds.effectiveOn, first) };
}
