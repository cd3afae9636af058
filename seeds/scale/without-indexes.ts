import { sql, type Transaction } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';

/**
 * Drops the indexes of the tables that no constraint needs, runs `work`, and makes them again:
 * building an index once is several times faster than keeping it for millions of rows.
 */
export async function withoutIndexes(
	trx: Transaction<DB>,
	tables: string[],
	work: () => Promise<void>
): Promise<void> {
	const { rows } = await sql<{ name: string; definition: string }>`
		select index.relname as name, pg_get_indexdef(index.oid) as definition
		from pg_index join pg_class index on index.oid = indexrelid
		where indrelid = any (${tables}::regclass[])
			and not exists (select from pg_constraint where conindid = indexrelid)`.execute(trx);
	for (const { name } of rows) await sql`drop index ${sql.id(name)}`.execute(trx);
	await work();
	await sql`set local maintenance_work_mem = '256MB'`.execute(trx);
	for (const { definition } of rows) await sql.raw(definition).execute(trx);
}
