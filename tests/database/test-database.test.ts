import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let databases: TestDatabase[];

beforeAll(async () => {
	databases = await Promise.all([
		createTestDatabase({ seeded: true, demoToday: '2021-07-01' }),
		createTestDatabase({ seeded: true, demoToday: '2021-07-01' }),
		createTestDatabase()
	]);
});
afterAll(() => Promise.all(databases.map((database) => database.drop())));

it('gives each test file a database of its own, seeded as of the day that it asks for', async () => {
	const installations = await Promise.all(
		databases.map(({ db }) => db.selectFrom('installation').select('demoToday').execute())
	);
	expect(installations.flat().map((row) => row.demoToday)).toEqual([
		'2021-07-01',
		'2021-07-01',
		null
	]);
});
