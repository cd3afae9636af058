import { sql, type Kysely, type Transaction } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

export interface NewReply {
	inquiryId: number;
	kind: 'answered' | 'confirmed' | 'withdrawn' | 'undone';
	reply?: string | null;
	undoesId?: number | null;
}

/** Records what is said of questions; the caller has checked that they are open (or said before). */
export async function insertReplies(
	trx: Transaction<DB>,
	user: User,
	replies: readonly NewReply[],
	batchId: number | null
): Promise<void> {
	if (replies.length === 0) return;
	const recordedAt = await takeRecordStamp(trx);
	const rows = replies.map(({ inquiryId, kind, reply = null, undoesId = null }) => ({
		...{ inquiryId, kind, reply, undoesId, batchId },
		...{ recordedBy: user.id, recordedFor: user.organisation },
		recordedAt: sql<string>`${recordedAt}::timestamptz`
	}));
	await trx.insertInto('inquiryReply').values(rows).execute();
}

/** An answer of a batch, for who gave it. */
export interface BatchReply {
	id: number;
	inquiryId: number;
	question: string;
	/** Null: "still right". */
	reply: string | null;
	/** The library or location that was asked about. */
	name: string;
	recordedBy: string;
	recordedOn: string;
	/** False once it was taken back. */
	counts: boolean;
	supportInstituteId: number;
}

/** The answers in words of a batch, and what of them still counts. */
export async function listBatchReplies(db: Kysely<DB>, batchId: number): Promise<BatchReply[]> {
	const { rows } = await sql<BatchReply>`
		select reply.id, inquiry.id as inquiry_id, inquiry.question, reply.reply,
			coalesce(point.name, library.name) as name, reply.recorded_by, reply.recorded_on,
			not exists (select from inquiry_reply undo where undo.undoes_id = reply.id) as counts,
			library.support_institute_id
		from inquiry_reply reply join inquiry on inquiry.id = reply.inquiry_id
		left join information_point point on point.id = inquiry.information_point_id
		left join lateral (
			select library_id from information_point_period
			where information_point_id = point.id order by valid_from desc limit 1
		) period on true
		join library on library.id = coalesce(inquiry.library_id, period.library_id)
		where reply.batch_id = ${batchId} and reply.kind <> 'undone'
		order by reply.id`.execute(db);
	return rows;
}

/** The same, of what this user said herself. */
export async function listOwnReplies(
	db: Kysely<DB>,
	user: User,
	batchId: number
): Promise<BatchReply[]> {
	const replies = await listBatchReplies(db, batchId);
	return replies.filter(({ recordedBy }) => recordedBy === user.id);
}
