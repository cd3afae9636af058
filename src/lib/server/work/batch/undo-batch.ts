import { sql, type Kysely, type Transaction } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { RecordedEvent } from '#lib/ledger/change/recorded-event.ts';
import { mayUndo } from '#lib/ledger/change/may-undo.ts';
import { isLocked, locksFor } from '#lib/ledger/quarter-lock/quarter-lock.ts';
import { recordedEventColumns } from '#lib/server/ledger/change/recorded-events.ts';
import { appendEvents } from '#lib/server/ledger/event/append.ts';
import { lockedQuarters } from '#lib/server/ledger/quarter-lock/quarter-lock.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { subjectKey } from '#lib/ledger/subject/subject.ts';
import { undoValues } from '#lib/server/work/update/corrected-entry.ts';
import {
	insertReplies,
	listBatchReplies,
	type BatchReply
} from '#lib/server/work/inquiry/replies.ts';
import { listSubjects } from '#lib/server/work/update/list-subjects.ts';
import { lockWriters } from '#lib/server/work/update/queries.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import { openBatch } from './open-batch.ts';

export type Undone =
	| { outcome: 'forbidden' }
	/** Something of it is of a quarter that is locked for this user; nothing was taken back. */
	| { outcome: 'locked' }
	/** `kept`: entries that had been put right or taken back before, and stay so. */
	| { outcome: 'undone'; undone: number; kept: number };

/** A batch, or only one entry of it or one answer in words. */
interface WhatToUndo {
	batchId: number;
	eventId: number | null;
	replyId?: number | null;
}

/**
 * Takes back what was recorded in one batch, or only one entry of it. What others recorded since about
 * the same milestone stays. Only the author may, or the programme manager; sent twice it undoes once.
 */
export async function undoBatch(
	db: Kysely<DB>,
	user: User,
	what: WhatToUndo,
	today: Day
): Promise<Undone> {
	return db.transaction().execute((trx) => undoBatchIn(trx, user, what, today));
}

/** The same in a transaction that takes back more than the batch. */
export async function undoBatchIn(
	trx: Transaction<DB>,
	user: User,
	{ batchId, eventId, replyId = null }: WhatToUndo,
	today: Day
): Promise<Undone> {
	await lockWriters(trx);
	const { rows } = await sql<RecordedEvent & { counts: boolean }>`
			select ${recordedEventColumns}, not exists (
				select from event later where later.corrects_event_id = event.id) as counts
			from event where event.batch_id = ${batchId} and (${eventId}::bigint is null or event.id = ${eventId})
				and ${replyId}::bigint is null
			order by event.id`.execute(trx);
	const about = rows.map(({ subject }) => subject);
	const subjects = await listSubjects(trx, about, today);
	const may = rows.every((row) => {
		const subject = subjects.get(subjectKey(row.subject));
		return subject !== undefined && mayUndo(user, row, subject.library);
	});
	const replies = (eventId === null ? await listBatchReplies(trx, batchId) : []).filter(
		({ id }) => replyId === null || id === replyId
	);
	const mayAll = may && replies.every((reply) => mayUndo(user, reply, reply));
	if (!mayAll || rows.length + replies.length === 0) return { outcome: 'forbidden' };
	const counting = rows.filter(({ counts }) => counts);
	const locked = locksFor(await lockedQuarters(trx).execute(), user.id, today);
	if (counting.some(({ effectiveOn }) => isLocked(locked, effectiveOn))) {
		return { outcome: 'locked' };
	}
	const undoneReplies = await undoReplies(trx, user, replies);
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
	const undone = counting.length + undoneReplies;
	return { outcome: 'undone', undone, kept: rows.length + replies.length - undone };
}

/** Takes back answers in words, so that their questions are open again; how many there were. */
async function undoReplies(
	trx: Transaction<DB>,
	user: User,
	replies: readonly BatchReply[]
): Promise<number> {
	const counting = replies.filter(({ counts }) => counts);
	await insertReplies(
		trx,
		user,
		counting.map(({ id, inquiryId }) => ({ inquiryId, kind: 'undone' as const, undoesId: id })),
		null
	);
	return counting.length;
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
