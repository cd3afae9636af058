import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '#lib/access/account/user.ts';
import { createAuth } from '#lib/server/access/account/auth.ts';
import {
	createDemoAccounts,
	DEMO_ACCOUNTS,
	DEMO_PASSWORD,
	describeDemoAccounts
} from '#lib/server/access/account/demo-accounts.ts';
import { listUsers } from '#lib/server/access/account/queries.ts';
import { signIn } from '#lib/server/access/account/sign-in.ts';
import { SUPPORT_INSTITUTES } from '#seeds/reference/support-institutes.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase();
	await database.ownerDb
		.insertInto('supportInstitute')
		.values([...SUPPORT_INSTITUTES])
		.execute();
	await database.ownerDb.updateTable('installation').set({ demoData: true }).execute();
	await createDemoAccounts(database.ownerDb);
});
afterAll(() => database.drop());

describe('demo accounts', () => {
	it('are there for each role, and for the adviser of each POI', async () => {
		const users = await listUsers(database.db);
		expect(new Set(users.map((user) => user.role))).toEqual(new Set(ROLES));
		const advised = users.map((user) => user.supportInstituteName).filter((name) => name !== null);
		expect(advised.sort()).toEqual(SUPPORT_INSTITUTES.map(({ name }) => name).sort());
		expect(users.every((user) => user.demo)).toBe(true);
	});

	it('are made once', async () => {
		await createDemoAccounts(database.ownerDb);
		expect(await listUsers(database.db)).toHaveLength(DEMO_ACCOUNTS.length);
	});

	it.each(DEMO_ACCOUNTS.map(({ email }) => email))('%s can sign in', async (email) => {
		const auth = createAuth({ db: database.db, secret: 'test-secret '.repeat(4), secure: false });
		const visitor = { origin: 'http://localhost', address: '::1', userAgent: null, cookie: null };
		const result = await signIn(auth, database.db, visitor, { email, password: DEMO_PASSWORD });
		expect(result.outcome).toBe('done');
	});

	it('are told at the start, with their password', async () => {
		const text = (await describeDemoAccounts(database.db)).join('\n');
		for (const { email } of DEMO_ACCOUNTS) expect(text).toContain(email);
		expect(text).toContain(DEMO_PASSWORD);
	});

	it('are not told without demo data', async () => {
		const setDemo = (demoData: boolean) =>
			database.ownerDb.updateTable('installation').set({ demoData }).execute();
		await setDemo(false);
		expect(await describeDemoAccounts(database.db)).toEqual([]);
		await setDemo(true);
	});
});
