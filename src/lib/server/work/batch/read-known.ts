import { sql, type Kysely } from 'kysely';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import { recordedEventColumns } from '#lib/server/ledger/change/recorded-events.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { subjectKey } from '#lib/ledger/subject/subject.ts';
import { isAboutAny } from '#lib/server/ledger/subject/columns.ts';
import { listRules, type Rules } from '#lib/server/work/update/queries.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';

/** Everything that acts on these libraries and locations are decided by. */
export interface Known {
	/** By `subjectKey`; what does not exist is not in it. */
	subjects: ReadonlyMap<string, WorkSubject>;
	/** All events of each, by `subjectKey`, in order of recording. */
	events: ReadonlyMap<string, readonly RecordedEvent[]>;
	/** By the id of the template. */
	rules: ReadonlyMap<number, Rules>;
}

/** Two questions, for however many libraries and locations. */
export async function readKnown(
	db: Kysely<DB>,
	subjects: ReadonlyMap<string, WorkSubject>
): Promise<Known> {
	const all = [...subjects.values()];
	return { subjects, events: await listEventsOf(db, all), rules: await listRules(db, all) };
}

async function listEventsOf(
	db: Kysely<DB>,
	subjects: readonly WorkSubject[]
): Promise<Map<string, RecordedEvent[]>> {
	const { rows } = await sql<RecordedEvent>`select ${recordedEventColumns} from event
		where ${isAboutAny('event', subjects)}
		order by event.recorded_at, event.id`.execute(db);
	return Map.groupBy(rows, ({ subject }) => subjectKey(subject));
}
