import { sql, type Transaction } from 'kysely';
import type { DB } from './schema.ts';

/**
 * Takes the write lock, bumps `data_version` and answers the moment of recording as text with
 * microseconds. Every write of what a figure or a public page may show calls this first.
 */
export async function takeRecordStamp(trx: Transaction<DB>): Promise<string> {
	const { rows } = await sql<{ recordedAt: string }>`
		select recorded_at::text as recorded_at from record_stamp()`.execute(trx);
	return rows[0]!.recordedAt;
}

/**
 * The same for a write that changes nothing a page keeps (accounts, departures, sources that somebody looked
 * at): `data_version` stays, so what is kept stays good and no browser is told that there is something new.
 */
export async function takeQuietStamp(trx: Transaction<DB>): Promise<string> {
	const { rows } = await sql<{ recordedAt: string }>`
		select quiet_stamp()::text as recorded_at`.execute(trx);
	return rows[0]!.recordedAt;
}

/** The moment of the last write: inside a transaction that took a stamp, that of its own. */
export const LAST_STAMP = sql<Date>`(select last_recorded_at from data_version)`;
