import { sql, type Transaction } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';

/**
 * Runs `work` without the triggers of these tables, and as a superuser without any check of foreign
 * keys; whatever `work` writes has to be right by itself.
 */
export async function withoutTriggers(
	trx: Transaction<DB>,
	tables: string[],
	work: () => Promise<void>
): Promise<void> {
	const { rows } = await sql<{ superuser: boolean }>`
		select current_setting('is_superuser') = 'on' as superuser`.execute(trx);
	const setTriggers = async (word: 'enable' | 'disable') => {
		for (const table of tables) {
			await sql`alter table ${sql.table(table)} ${sql.raw(word)} trigger user`.execute(trx);
		}
	};
	// A table with checks that wait for the end of the transaction can not be altered.
	await sql`set constraints all immediate`.execute(trx);
	if (rows[0]!.superuser) await sql`set local session_replication_role = replica`.execute(trx);
	await setTriggers('disable');
	await work();
	await setTriggers('enable');
	if (rows[0]!.superuser) await sql`set local session_replication_role = origin`.execute(trx);
}
