import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { withDatabase } from '../database/address.ts';
import { startApp } from '../process/app-process.ts';

/** A fresh database on the server of DATABASE_URL, for the app of this run. */
async function createDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
	const name = `ido_e2e_${randomBytes(4).toString('hex')}`;
	const ask = async (statement: string) => {
		const client = new pg.Client(server);
		await client.connect();
		await client.query(statement).finally(() => client.end());
	};
	await ask(`create database ${name}`);
	const drop = () => ask(`drop database ${name} with (force)`);
	return { url: withDatabase(server, name), drop };
}

async function freshFolder(): Promise<string> {
	const given = process.env.E2E_FOLDER;
	const folder = given ?? (await mkdtemp(join(tmpdir(), 'ido-e2e-')));
	await mkdir(folder, { recursive: true });
	// Root's database server runs under another account, which has to reach the folder.
	await chmod(folder, 0o755);
	return folder;
}

/** Starts the built app with its own data and the demo seed; what it returns stops it again. */
export default async function setup(): Promise<() => Promise<void>> {
	const folder = await freshFolder();
	const server = process.env.DATABASE_URL;
	const database = server ? await createDatabase(server) : undefined;
	const clean = async () => {
		await database?.drop();
		await rm(folder, { recursive: true, force: true });
	};
	try {
		const app = await startApp({
			dataDir: join(folder, 'data'),
			port: Number(process.env.E2E_PORT),
			env: { DATABASE_URL: database?.url ?? '', MIGRATION_DATABASE_URL: '' }
		});
		return async () => {
			await app.stop();
			await clean();
		};
	} catch (error) {
		await clean();
		throw error;
	}
}
