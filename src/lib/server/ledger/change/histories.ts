import { sql, type Kysely } from 'kysely';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import { historyKey } from '#lib/ledger/subject/subject.ts';
import { historyRows } from '#lib/server/ledger/subject/columns.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { recordedEventColumns } from './recorded-events.ts';

/** The complete histories that the given events belong to, in one query; by `historyKey`. */
export async function readHistories(
	db: Kysely<DB>,
	events: readonly Pick<RecordedEvent, 'subject' | 'milestoneCode'>[]
): Promise<Map<string, RecordedEvent[]>> {
	const { rows } = await sql<RecordedEvent>`
		select ${recordedEventColumns} from event join ${historyRows(events)} wanted
			on event.milestone_code = wanted.milestone_code
			and (event.library_id = wanted.library_id or event.information_point_id = wanted.information_point_id)
	`.execute(db);
	return Map.groupBy(rows, historyKey);
}
