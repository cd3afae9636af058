import type { Day } from '#lib/base/day/day.ts';
import type { Subject } from '#lib/ledger/subject/subject.ts';
import type { DatePrecision, LedgerEvent, OpeningForm } from '#lib/ledger/event/event.ts';

/** A row of the ledger as readers of a history need it: what it says, about what, and by whom. */
export interface RecordedEvent extends LedgerEvent {
	subject: Subject;
	milestoneCode: string;
	openingForm: OpeningForm | null;
	datePrecision: DatePrecision;
	reasonCode: string | null;
	note: string | null;
	noteVisibility: 'internal' | 'stakeholders';
	/** The id of the author's account; never shown to the public. */
	recordedBy: string;
	/** The organisation of the author, which everybody may see. */
	recordedFor: string;
}

/** The events that a later event corrects or undoes, by their id: `corrected id -> later event`. */
export function correctionsOf<E extends LedgerEvent>(events: readonly E[]): Map<number, E> {
	const corrections = new Map<number, E>();
	for (const event of events)
		if (event.correctsEventId !== null) corrections.set(event.correctsEventId, event);
	return corrections;
}

/** The day an event is about: the day aimed at, or the day on which it happened. */
export function dayOf(event: Pick<LedgerEvent, 'targetOn' | 'effectiveOn'>): Day {
	return event.targetOn ?? event.effectiveOn;
}
