import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import { connect } from '#lib/server/platform/db/connect.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { withDatabase } from './address.ts';
import { ensureSeededTemplate } from './seeded-template.ts';

export interface TestDatabase {
	/** As the application, which cannot change the ledger. */
	db: Kysely<DB>;
	/** As the owner of the tables. */
	ownerDb: Kysely<DB>;
	/** The address that `db` uses. */
	url: string;
	ownerUrl: string;
	/** Closes both and removes the database; for `afterAll`. */
	drop(): Promise<void>;
}

export interface TestDatabaseOptions {
	/** With reference and demo data; made once per run and day, then cloned. */
	seeded?: boolean;
	/** The demo's today, with `seeded`; 2022-01-31 when absent. */
	demoToday?: string;
}

async function asAdmin<T>(url: string, action: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		return await action(client);
	} finally {
		await client.end();
	}
}

/**
 * A database of its own for one test file: migrated and empty, or seeded. Call it in `beforeAll`.
 */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
	const cluster = inject('testCluster');
	const { adminUrl, ownerUrl, appUrl } = cluster;
	const template = options.seeded
		? await asAdmin(adminUrl, (admin) => ensureSeededTemplate(admin, cluster, options.demoToday))
		: cluster.template;
	const name = `${cluster.template}_${randomBytes(5).toString('hex')}`;
	const owner = new URL(ownerUrl).username;
	await asAdmin(adminUrl, (admin) =>
		admin.query(`create database ${name} template ${template} owner "${owner}"`)
	);
	const url = withDatabase(appUrl, name);
	const quiet = { poolSize: 5, onFailedQuery: () => undefined };
	const db = connect(url, quiet);
	const ownerDb = connect(withDatabase(ownerUrl, name), quiet);
	return {
		db,
		ownerDb,
		url,
		ownerUrl: withDatabase(ownerUrl, name),
		drop: async () => {
			await Promise.all([db.destroy(), ownerDb.destroy()]);
			await asAdmin(adminUrl, (admin) => admin.query(`drop database ${name} with (force)`));
		}
	};
}
