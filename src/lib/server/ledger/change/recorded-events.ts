import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { ledgerEventColumns } from '#lib/server/ledger/event/append.ts';
import type { Subject } from '#lib/ledger/subject/subject.ts';
import { isAbout } from '#lib/server/ledger/subject/columns.ts';

/** The columns of `event` that make a `RecordedEvent`. */
export const recordedEventColumns = sql`${ledgerEventColumns}, event.date_precision, event.note,
	event.note_visibility, event.recorded_by, event.recorded_for`;

/** All events of one library or one information point, in order of recording. */
export async function listSubjectEvents(
	db: Kysely<DB>,
	subject: Subject
): Promise<RecordedEvent[]> {
	const { rows } = await sql<RecordedEvent>`${eventsOf(subject)}`.execute(db);
	return rows;
}

/** The same as one value, for a question that asks more at once. */
export const subjectEvents = (subject: Subject): RawBuilder<RecordedEvent[]> =>
	sql<RecordedEvent[]>`(select coalesce(json_agg(one), '[]') from (${eventsOf(subject)}) one)`;

const eventsOf = (subject: Subject) => sql`select ${recordedEventColumns} from event
	where ${isAbout('event', subject)}
	order by event.recorded_at, event.id`;
