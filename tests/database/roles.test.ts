import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ensureAppRole, mayTakeAppRole } from '#db/roles.ts';
import { connect } from '#lib/server/platform/db/connect.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('the role of the application', () => {
	it('is what the application is signed in as', async () => {
		const { rows } = await sql<{ role: string }>`select current_user as role`.execute(database.db);
		expect(rows).toEqual([{ role: 'ido_app' }]);
	});

	it.each(['update event set note = null', 'delete from event', 'truncate event'])(
		'may not %s',
		async (statement) => {
			await expect(sql.raw(statement).execute(database.db)).rejects.toMatchObject({
				code: '42501'
			});
		}
	);

	it('reads the ledger and bumps the data version', async () => {
		expect(await database.db.selectFrom('event').selectAll().execute()).toEqual([]);
		const { rows } = await sql`select * from record_stamp()`.execute(database.db);
		expect(rows).toHaveLength(1);
	});

	it('is given its rights again without harm, also by two processes at once', async () => {
		const results = await Promise.all([
			ensureAppRole(database.ownerDb),
			ensureAppRole(database.ownerDb)
		]);
		expect(results).toEqual([true, true]);
		await expect(sql`delete from event`.execute(database.db)).rejects.toMatchObject({
			code: '42501'
		});
	});

	it('can be taken by who has all rights, and not again by who has it', async () => {
		const admin = connect(inject('testCluster').adminUrl);
		expect(await mayTakeAppRole(admin).finally(() => admin.destroy())).toBe(true);
		expect(await mayTakeAppRole(database.db)).toBe(false);
	});

	it('may not change the schema', async () => {
		await expect(sql`create table mine (id int)`.execute(database.db)).rejects.toMatchObject({
			code: '42501'
		});
	});
});
