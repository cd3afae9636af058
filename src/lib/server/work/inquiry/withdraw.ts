import { sql, type Kysely, type Transaction } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { isOpen } from './answers.ts';
import { insertReplies } from './replies.ts';

/** Asks these questions no more; those that were answered since stay answered. How many were withdrawn. */
export async function withdrawInquiries(
	db: Kysely<DB>,
	user: User,
	ids: readonly number[]
): Promise<number> {
	return db.transaction().execute(async (trx) => {
		// Whoever answers at this moment comes before or after, not in between.
		await takeRecordStamp(trx);
		return withdrawOpen(trx, user, ids);
	});
}

/** The same in the transaction of the caller, who holds the write lock. */
export async function withdrawOpen(
	trx: Transaction<DB>,
	user: User,
	ids: readonly number[]
): Promise<number> {
	if (ids.length === 0) return 0;
	const { rows } = await sql<{ id: number }>`
		select inquiry.id from inquiry
		where inquiry.id = any (${[...ids]}::bigint[]) and ${isOpen}`.execute(trx);
	const replies = rows.map(({ id }) => ({ inquiryId: id, kind: 'withdrawn' as const }));
	await insertReplies(trx, user, replies, null);
	return rows.length;
}
