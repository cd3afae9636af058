import type { Insertable, Kysely } from 'kysely';
import type { DB } from '#lib/server/db/schema.ts';

/** PostgreSQL takes at most 65,535 parameters in a statement. */
const PARAMETERS_PER_STATEMENT = 60_000;

/** Inserts any number of rows; all rows have the same columns. */
export async function insertRows<Table extends keyof DB & string>(
	db: Kysely<DB>,
	table: Table,
	rows: readonly Insertable<DB[Table]>[]
): Promise<void> {
	const columns = Object.keys(rows[0] ?? {}).length || 1;
	const size = Math.floor(PARAMETERS_PER_STATEMENT / columns);
	for (let start = 0; start < rows.length; start += size) {
		await db
			.insertInto(table)
			.values(rows.slice(start, start + size))
			.execute();
	}
}
