import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { prepareDatabase } from '../../src/entry/prepare-database.ts';
import { Started } from '../../src/entry/started.ts';
import { settings } from '#lib/server/platform/env/env.ts';
import { withDatabase } from './address.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());

describe('preparing a server of the operator that is in use', () => {
	it('leaves what is there, and lets the app work as its role', async () => {
		const { ownerDb, url } = database;
		const { adminUrl } = inject('testCluster');
		const version = () =>
			ownerDb.selectFrom('dataVersion').select('version').executeTakeFirstOrThrow();
		const before = await version();
		const env = settings.parse({
			DATABASE_URL: withDatabase(adminUrl, new URL(url).pathname.slice(1))
		});
		const { appUrl } = await prepareDatabase(env, new Started());
		expect(new URL(appUrl).searchParams.get('options')).toBe('-c role=ido_app');
		expect(await version()).toEqual(before);
	});

	it('keeps to the address of the app when that has a role of its own', async () => {
		const { ownerUrl, url } = database;
		const env = settings.parse({ DATABASE_URL: url, MIGRATION_DATABASE_URL: ownerUrl });
		expect(await prepareDatabase(env, new Started())).toEqual({ appUrl: url });
	});
});
