import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

/**
 * Texts of any length: columns that neither point at a row, nor follow from other columns, nor are
 * one of a few words, and of which no constraint says how long they may be.
 */
async function listEndlessTexts(): Promise<string[]> {
	const { rows } = await sql<{ name: string }>`
		select format('%s.%s', relname, attname) as name
		from pg_attribute join pg_class on pg_class.oid = attrelid
		where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely_%'
			and attnum > 0 and not attisdropped and attgenerated = ''
			and format_type(atttypid, atttypmod) in ('text', 'text[]', 'character varying', 'json', 'jsonb')
			and not exists (select from pg_constraint
				where conrelid = attrelid and attnum = any (conkey) and (contype = 'f' or contype = 'c' and (
					pg_get_constraintdef(oid) ~ ('\\m' || attname || '\\M.*\\) <= \\d+')
					or pg_get_constraintdef(oid) ~ ('^CHECK \\(\\(' || attname || ' = ANY')
					or pg_get_constraintdef(oid) ~ ('^CHECK \\(\\(' || attname || ' ~ .*\\{\\d+\\}\\$'))))
		order by 1`.execute(database.ownerDb);
	return rows.map(({ name }) => name);
}

it('every text in the database has a length', async () => {
	expect(await listEndlessTexts()).toEqual([]);
});
