import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#db/embedded.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { asAppRole, ensureAppRole, mayTakeAppRole } from '#db/roles.ts';
import { connect } from '#lib/server/platform/db/connect.ts';
import { withDatabase } from './address.ts';

/** What a test file needs to clone a database; addresses differ per database only in their path. */
export interface TestCluster {
	/** May create databases. */
	adminUrl: string;
	ownerUrl: string;
	appUrl: string;
	/** The migrated database that is cloned; names of the run's databases begin with it. */
	template: string;
}

declare module 'vitest' {
	interface ProvidedContext {
		testCluster: TestCluster;
	}
}

interface Server extends Omit<TestCluster, 'template'> {
	stop(): Promise<void>;
}

async function ownServer(): Promise<Server> {
	const folder = await mkdtemp(join(tmpdir(), 'ido-test-'));
	// Root's server runs under another account, which has to reach the folder.
	await chmod(folder, 0o755);
	// Nothing here has to survive a power cut, so the tests do not wait for the disk.
	const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '200' };
	try {
		const { remove, ...urls } = await startEmbedded(folder, { settings });
		return { ...urls, stop: remove };
	} catch (error) {
		await rm(folder, { recursive: true, force: true });
		throw error;
	}
}

/** The server of DATABASE_URL, whose user must be allowed to create databases. */
function givenServer(url: string): Server {
	return { adminUrl: url, ownerUrl: url, appUrl: url, stop: () => Promise.resolve() };
}

async function asAdmin(url: string, statements: string[]): Promise<void> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		for (const statement of statements) await client.query(statement);
	} finally {
		await client.end();
	}
}

async function migrateTemplate(server: Server, template: string): Promise<string> {
	const owner = new URL(server.ownerUrl).username;
	await asAdmin(server.adminUrl, [`create database ${template} owner "${owner}"`]);
	const db = connect(withDatabase(server.ownerUrl, template));
	try {
		await migrateToLatest(db);
		await ensureAppRole(db);
		const sameUser = server.appUrl === server.ownerUrl;
		return sameUser && (await mayTakeAppRole(db)) ? asAppRole(server.appUrl) : server.appUrl;
	} finally {
		await db.destroy();
	}
}

async function dropAll(server: Server, template: string): Promise<void> {
	const client = new pg.Client(server.adminUrl);
	await client.connect();
	try {
		const { rows } = await client.query<{ name: string }>(
			'select datname as name from pg_database where starts_with(datname, $1)',
			[template]
		);
		for (const { name } of rows) await client.query(`drop database "${name}" with (force)`);
	} finally {
		await client.end();
	}
}

/**
 * Vitest's global setup: one cluster for the whole run (the server of DATABASE_URL when set) and in
 * it one migrated database, which each test file clones by `createTestDatabase()`.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const given = process.env.DATABASE_URL;
	const server = given ? givenServer(given) : await ownServer();
	const template = `ido_test_${randomBytes(4).toString('hex')}`;
	const stop = async () => {
		if (given) await dropAll(server, template);
		await server.stop();
	};
	try {
		const appUrl = await migrateTemplate(server, template);
		const { adminUrl, ownerUrl } = server;
		project.provide('testCluster', { adminUrl, ownerUrl, appUrl, template });
	} catch (error) {
		await stop();
		throw error;
	}
	return stop;
}
