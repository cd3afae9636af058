import type { Transaction } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { Sent } from '#lib/work/offline/sent.ts';

/** What became of an entry the first time that it came; neither when it said nothing new. */
interface SentBefore {
	key: string;
	eventId: number | null;
	batchId: number | null;
}

/**
 * Which of these entries came before and were recorded, by their keys. Behind the lock of all writers,
 * in the transaction that records: of two that come at once the second waits, and finds the first.
 */
export async function findSentBefore(
	trx: Transaction<DB>,
	user: User,
	entries: readonly (Sent | null | undefined)[]
): Promise<Map<string, SentBefore>> {
	const keys = entries.flatMap((entry) => entry?.key ?? []);
	if (keys.length === 0) return new Map();
	const rows = await trx
		.selectFrom('sentEntry')
		.select(['key', 'eventId', 'batchId'])
		.where('recordedBy', '=', user.id)
		.where('key', 'in', keys)
		.execute();
	return new Map(rows.map((row) => [row.key, row]));
}

/** Remembers what became of entries that were recorded, in the transaction that recorded them. */
export async function rememberSent(
	trx: Transaction<DB>,
	user: User,
	entries: readonly (Sent | null | undefined)[],
	{ eventId, batchId }: { eventId?: number; batchId?: number | null }
): Promise<void> {
	const rows = entries.flatMap((entry) =>
		entry ? [{ ...entry, eventId, batchId, recordedBy: user.id }] : []
	);
	if (rows.length > 0) await trx.insertInto('sentEntry').values(rows).execute();
}
