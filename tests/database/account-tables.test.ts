import type { BetterAuthOptions } from 'better-auth';
import { getAuthTables } from 'better-auth/db';
import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authOptions } from '#lib/server/access/account/auth-options.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * The same options with the names of the database written out: better-auth looks up what exists
 * by its own names, without the plugin that turns ours into snake_case.
 */
function withSqlNames(options: BetterAuthOptions): BetterAuthOptions {
	const tables = getAuthTables(options);
	const name = (table: string) => {
		const { modelName = table, fields = {} } = tables[table] ?? {};
		const names = Object.keys(fields).map((field) => [field, snakeCase(field)]);
		return { modelName: snakeCase(modelName), fields: Object.fromEntries(names) };
	};
	const additional = Object.entries(options.user?.additionalFields ?? {}).map(
		([field, settings]) => [field, { ...settings, fieldName: snakeCase(field) }]
	);
	return {
		...options,
		user: { ...name('user'), additionalFields: Object.fromEntries(additional) },
		session: { ...options.session, ...name('session') },
		account: name('account'),
		verification: name('verification'),
		rateLimit: { ...options.rateLimit, ...name('rateLimit') }
	};
}

/** What better-auth would still do to the database to suit it. */
async function findWork(options: BetterAuthOptions) {
	const db = { db: database.db.withoutPlugins(), type: 'postgres' as const };
	const plan = await getMigrations({ ...withSqlNames(options), database: db });
	return { sql: await plan.compileMigrations(), problems: plan.schemaProblems };
}

describe('the tables of better-auth', () => {
	it('are all there, so that it asks for no further migration', async () => {
		expect(await findWork(authOptions)).toEqual({ sql: ';', problems: [] });
	});

	it('would be asked for when an option needs more', async () => {
		const more = { nickname: { type: 'string', required: false } } as const;
		const additionalFields = { ...authOptions.user.additionalFields, ...more };
		const { sql } = await findWork({
			...authOptions,
			user: { ...authOptions.user, additionalFields }
		});
		expect(sql).toBe('alter table "app_user" add column "nickname" text;');
	});
});
