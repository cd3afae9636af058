import { sql, type Kysely, type Transaction } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import { mayUndo } from '#lib/ledger/change/may-undo.ts';
import { recordedEventColumns } from '#lib/server/ledger/change/recorded-events.ts';
import { appendEvents } from '#lib/server/ledger/event/append.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { subjectKey } from '#lib/ledger/subject/subject.ts';
import { undoValues } from '#lib/server/work/update/corrected-entry.ts';
import { listSubjects } from '#lib/server/work/update/list-subjects.ts';
import { lockWriters } from '#lib/server/work/update/queries.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import { openBatch } from './open-batch.ts';

export type Undone =
	| { outcome: 'forbidden' }
	/** `kept`: entries that had been put right or taken back before, and stay so. */
	| { outcome: 'undone'; undone: number; kept: number };

/**
 * Takes back what was recorded in one batch, or only one entry of it. What others recorded since about
 * the same milestone stays. Only the author may, or the programme manager; sent twice it undoes once.
 */
export async function undoBatch(
	db: Kysely<DB>,
	user: User,
	what: { batchId: number; eventId: number | null },
	today: Day
): Promise<Undone> {
	return db.transaction().execute((trx) => undoBatchIn(trx, user, what, today));
}

/** The same in a transaction that takes back more than the batch. */
export async function undoBatchIn(
	trx: Transaction<DB>,
	user: User,
	{ batchId, eventId }: { batchId: number; eventId: number | null },
	today: Day
): Promise<Undone> {
	await lockWriters(trx);
	const { rows } = await sql<RecordedEvent & { counts: boolean }>`
			select ${recordedEventColumns}, not exists (
				select from event later where later.corrects_event_id = event.id) as counts
			from event where event.batch_id = ${batchId} and (${eventId}::bigint is null or event.id = ${eventId})
			order by event.id`.execute(trx);
	const about = rows.map(({ subject }) => subject);
	const subjects = await listSubjects(trx, about, today);
	const may = rows.every((row) => {
		const subject = subjects.get(subjectKey(row.subject));
		return subject !== undefined && mayUndo(user, row, subject.library);
	});
	if (!may || rows.length === 0) return { outcome: 'forbidden' };
	const counting = rows.filter(({ counts }) => counts);
	if (counting.length > 0) {
		const replaced = await listReplaced(trx, counting);
		const events = counting.map((row) => ({
			...undoValues(row, replaced, today),
			...{ subject: row.subject, correctsEventId: row.id }
		}));
		await appendEvents(
			trx,
			authorOf(user),
			events,
			await openBatch(trx, user, { kind: 'form', label: 'undo' })
		);
	}
	return { outcome: 'undone', undone: counting.length, kept: rows.length - counting.length };
}

/** What these entries put right or took back: undone, they make it count again. */
async function listReplaced(
	trx: Transaction<DB>,
	entries: readonly RecordedEvent[]
): Promise<RecordedEvent[]> {
	const ids = entries.flatMap(({ correctsEventId }) => correctsEventId ?? []);
	if (ids.length === 0) return [];
	const { rows } = await sql<RecordedEvent>`select ${recordedEventColumns} from event
		where event.id = any (${ids}::bigint[])`.execute(trx);
	return rows;
}
