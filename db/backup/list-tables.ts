import type pg from 'pg';

/** A table of the product, and how its rows are written down. */
export interface CopiedTable {
	name: string;
	/** Without columns that the database works out itself. */
	columns: string[];
	/** What puts the rows in an order that is the same everywhere. */
	order: string;
}

/** Kept by the migrations themselves. */
const NOT_COPIED = ['kysely_migration', 'kysely_migration_lock'];

/** All tables with rows of their own, by name. */
export async function listTables(client: pg.ClientBase): Promise<CopiedTable[]> {
	const { rows } = await client.query<{ name: string; columns: string[]; key: string[] | null }>(
		`select class.relname as name,
			(select array_agg(attname::text order by attnum) from pg_attribute
				where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
			(select array_agg(attname::text order by array_position(indkey::int2[], attnum))
				from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
				where indrelid = class.oid and indisprimary) as key
		from pg_class class join pg_namespace schema on schema.oid = class.relnamespace
		where schema.nspname = 'public' and class.relkind = 'r' and class.relname <> all($1)
		order by class.relname`,
		[NOT_COPIED]
	);
	return rows.map(({ name, columns, key }) => ({
		name,
		columns,
		order: key ? list(key) : `${quote(name)}::text`
	}));
}

/** The sequences, with the last number that each gave out. */
export async function readSequences(client: pg.ClientBase): Promise<Record<string, number | null>> {
	const { rows } = await client.query<{ name: string; last: string | null }>(
		`select sequencename as name, last_value::text as last from pg_sequences
		where schemaname = 'public' order by sequencename`
	);
	return Object.fromEntries(
		rows.map(({ name, last }) => [name, last === null ? null : Number(last)])
	);
}

/** Names of the migrations that a database has, in their order. */
export async function readMigrationNames(client: pg.ClientBase): Promise<string[]> {
	const { rows } = await client.query<{ name: string }>(
		'select name from kysely_migration order by name'
	);
	return rows.map(({ name }) => name);
}

export const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const list = (names: readonly string[]) => names.map(quote).join(', ');
