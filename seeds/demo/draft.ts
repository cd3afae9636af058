import type { Day } from '#lib/base/day/day.ts';
import type { DatePrecision, EventKind, OpeningForm } from '#lib/ledger/event/event.ts';

/** A library by its slug, or a point by its key in the story. */
export type DraftSubject = { library: string } | { point: string };

/** Who records: KB, or the adviser of a support institute by its slug. */
export type DraftAuthor = 'kb' | (string & {});

/** An event of the story before it has its moment of recording and its id. */
export interface Draft {
	subject: DraftSubject;
	milestoneCode: string;
	kind: EventKind;
	effectiveOn: Day;
	targetOn?: Day;
	openingForm?: OpeningForm;
	datePrecision?: DatePrecision;
	reasonCode?: string;
	note?: string;
	noteVisibility?: 'internal' | 'stakeholders';
	recordedOn: Day;
	author: DraftAuthor;
	source?: string;
	confidence: 'invented' | 'sourced' | 'inferred';
	/** The draft that no longer counts from the recording of this one. */
	corrects?: Draft;
}
