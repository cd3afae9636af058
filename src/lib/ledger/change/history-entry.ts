import type { Day } from '#lib/base/day/day.ts';
import type { DatePrecision, EventKind, OpeningForm } from '#lib/ledger/event/event.ts';

/** What an event says, apart from its place in the ledger. */
export interface Statement {
	kind: EventKind;
	effectiveOn: Day;
	targetOn: Day | null;
	openingForm: OpeningForm | null;
	datePrecision: DatePrecision;
}

/** The library or location that an entry is about. */
export type EntrySubject =
	| { level: 'library'; slug: string; name: string }
	| { level: 'information_point'; id: number; name: string };

/**
 * One line of a history, made for one reader: who, what was, what is, when and why. The names of
 * persons and the notes in it are only those that this reader may see.
 */
export interface HistoryEntry extends Statement {
	id: number;
	milestoneCode: string;
	subject: EntrySubject;
	/** UTC moment, ISO 8601. */
	recordedAt: string;
	recordedOn: Day;
	/** The day on which it was loaded from a file with what was before; null for what was typed or sent. */
	loadedOn: Day | null;
	/** The organisation of the author, which everybody may see. */
	organisation: string;
	/** The author by name; null when the reader may not know, or the account is gone. */
	person: string | null;
	/** The label of the reason in both languages. */
	reason: { nl: string; en: string } | null;
	note: string | null;
	/** What held before in the same lane; null when nothing did. */
	before: Statement | null;
	/** For a correction or an undo: what the entry that it is about said. */
	corrected: (Statement & { id: number }) | null;
	/** Set when this entry no longer counts: the entry that corrected or undid it. */
	correctedBy: { id: number; kind: EventKind; recordedOn: Day } | null;
	/** Whether this reader may take the entry back. */
	mayUndo: boolean;
	/** Whether this reader may put the entry right. */
	mayCorrect: boolean;
}
