import { sql, type Kysely } from 'kysely';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { recordedEventColumns } from './recorded-events.ts';

/** What makes one history: a subject and a milestone. */
type HistoryKey = Pick<RecordedEvent, 'libraryId' | 'informationPointId' | 'milestoneCode'>;

/** The history that an event belongs to, as text. */
export function historyKey(event: HistoryKey): string {
	return `${event.libraryId}|${event.informationPointId}|${event.milestoneCode}`;
}

/** The complete histories that the given events belong to, in one query; by `historyKey`. */
export async function readHistories(
	db: Kysely<DB>,
	events: readonly HistoryKey[]
): Promise<Map<string, RecordedEvent[]>> {
	const keys = JSON.stringify(
		events.map(({ libraryId, informationPointId, milestoneCode }) => ({
			library_id: libraryId,
			information_point_id: informationPointId,
			milestone_code: milestoneCode
		}))
	);
	const { rows } = await sql<RecordedEvent>`
		select ${recordedEventColumns} from event join (
			select distinct library_id, information_point_id, milestone_code
			from json_to_recordset(${keys}::json)
				as wanted(library_id int, information_point_id int, milestone_code text)
		) wanted on event.milestone_code = wanted.milestone_code
			and (event.library_id = wanted.library_id or event.information_point_id = wanted.information_point_id)
	`.execute(db);
	const histories = new Map<string, RecordedEvent[]>();
	for (const row of rows) {
		const history = histories.get(historyKey(row));
		if (history) history.push(row);
		else histories.set(historyKey(row), [row]);
	}
	return histories;
}
