import type { Transaction } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** A new batch for what is recorded together by one form; its id. */
export async function openBatch(
	trx: Transaction<DB>,
	user: User,
	label: 'week' | 'undo'
): Promise<number> {
	const { id } = await trx
		.insertInto('eventBatch')
		.values({ kind: 'form', label, createdBy: user.id })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}
