import type { Day } from '#lib/base/day/day.ts';
import type { Errors } from '#lib/base/form/read-form.ts';
import type { Act } from '#lib/ledger/event/act.ts';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import type { Subject } from '#lib/ledger/subject/subject.ts';
import type { NewEvent } from '#lib/server/ledger/event/append.ts';
import type { ActValues } from '#lib/work/update/schema.ts';

/** One of the acts of a batch, on a milestone (`values.milestone`) of a library or location. */
export interface BatchAct extends Subject {
	/** What its outcome is told by: the name of the line, cell or row. */
	key: string;
	/** `confirm` is "still right", `undo` takes back the entry `values.event`; `correct` puts it right. */
	act: Act | 'confirm' | 'undo';
	/** `values.basedOn` is the newest entry of the milestone before the whole batch. */
	values: ActValues;
	/** What could not be read, by the name of the field. */
	errors?: Errors;
	/** What "today" was when it was said, when it had to wait since. */
	on?: Day;
}

/** What became of one act. A conflict says what somebody else recorded in between. */
export type ActOutcome = { key: string } &
	/** `eventId`: of the same that was recorded before. */
	(
		| { outcome: 'recorded'; eventId?: number }
		/** By the name of the field; `form` is about the act as a whole. */
		| { outcome: 'invalid'; errors: Errors }
		| { outcome: 'conflict'; theirs: RecordedEvent }
	);

/** What is decided of one act, before anything is written; `new` is right and can be recorded. */
export type Decision = ActOutcome | { key: string; outcome: 'new'; event: NewEvent };
