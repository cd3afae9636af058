import type { Transaction } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** Where the acts of a batch come from: a form that was filled in, or a file that was read. */
export interface BatchOrigin {
	kind: 'form' | 'import';
	/** What kind of form, or the name of the file. */
	label: string;
}

/** A new batch for what is recorded together; its id. */
export async function openBatch(
	trx: Transaction<DB>,
	user: User,
	{ kind, label }: BatchOrigin
): Promise<number> {
	const { id } = await trx
		.insertInto('eventBatch')
		.values({ kind, label, createdBy: user.id })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}
