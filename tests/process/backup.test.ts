import { execFile } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '#db/embedded.ts';
import { connect } from '#lib/server/platform/db/connect.ts';
import { readSigningKey } from '#lib/server/platform/env/signing-key.ts';
import { freeze } from '#tests/factories/edition.ts';
import { startApp } from './app-process.ts';
import { makeDataFolder, type DataFolder } from './data-folder.ts';
import { makeFilledDataFolder } from './filled-folder.ts';
import { startWriter } from './writer.ts';

let folder: DataFolder;
let fresh: DataFolder;
let backup: string;

beforeAll(async () => {
	folder = await makeFilledDataFolder();
	fresh = await makeDataFolder();
	backup = join(dirname(folder.path), 'backup');
	await freezeQuarter();
});
afterAll(async () => {
	await folder.remove();
	await fresh.remove();
});

/** A quarter frozen with the key of the data folder. */
async function freezeQuarter(): Promise<void> {
	const key = readSigningKey(await readFile(join(folder.path, 'edition-key'), 'utf8'));
	if (!key) throw new Error('the data folder has no key');
	const server = await startEmbedded(folder.path);
	const db = connect(server.appUrl, { poolSize: 4 });
	await freeze(db, '2020-k2', key, '2022-01-31');
	await db.destroy();
	await server.stop();
}

/** Runs a command of package.json on a data folder. */
function run(command: 'backup' | 'restore', dataDir: string, ...args: string[]) {
	const env = { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir };
	return new Promise<{ code: number; output: string }>((resolve) => {
		const options = [`db/backup/${command}.ts`, ...args];
		const child = execFile(process.execPath, options, { env }, (_error, stdout, stderr) => {
			resolve({ code: child.exitCode ?? -1, output: stdout + stderr });
		});
	});
}

async function readCounts(dataDir: string) {
	const server = await startEmbedded(dataDir);
	const db = connect(server.appUrl, { poolSize: 1 });
	const { rows } = await sql<{ events: number; states: number; version: number; next: number }>`
		select (select count(*) from event) as events, (select count(*) from milestone_state) as states,
			(select version from data_version) as version, (select max(id) from event) as next
	`.execute(db);
	await db.destroy();
	await server.stop();
	return rows[0];
}

const PROVEN = [
	/^right {2}All \d{5,} rows of \d+ tables are as they were written down\.$/m,
	/^right {2}milestone_state follows from the ledger\.$/m,
	/^right {2}information_point_state follows from the ledger\.$/m,
	/^right {2}Edition 2020-k2 verifies\.$/m
];

describe('a backup', () => {
	it('is made and proven while the product runs and others write', async () => {
		const app = await startApp({ dataDir: folder.path });
		const writer = startWriter(folder.path);
		await writer.progress(5);
		const { code, output } = await run('backup', folder.path, backup);
		await writer.progress(5);
		await writer.kill();
		await app.stop();
		for (const proof of PROVEN) expect(output).toMatch(proof);
		expect(code).toBe(0);
		// What it holds is for its owner only: there are keys in it.
		expect((await stat(backup)).mode & 0o077).toBe(0);
	});

	it('does not overwrite another one', async () => {
		const { code, output } = await run('backup', folder.path, backup);
		expect(output).toContain('is there already');
		expect(code).toBe(1);
	});
});

describe('restoring', () => {
	it('is not done while the product runs on the data, and not over a database by accident', async () => {
		const app = await startApp({ dataDir: folder.path });
		const running = await run('restore', folder.path, backup, '--replace');
		await app.stop();
		expect(running.output).toContain('Stop it first');
		const filled = await run('restore', folder.path, backup);
		expect(filled.output).toContain('--replace');
		expect([running.code, filled.code]).toEqual([1, 1]);
	});

	it('gives a new machine everything, and the product goes on from there', async () => {
		const { code, output } = await run('restore', fresh.path, backup);
		for (const proof of PROVEN) expect(output).toMatch(proof);
		expect(code).toBe(0);
		const restored = await readCounts(fresh.path);
		for (const name of ['secret', 'edition-key']) {
			const [kept, own] = [fresh, folder].map(({ path }) => readFile(join(path, name), 'utf8'));
			expect(await kept).toBe(await own);
		}
		const app = await startApp({ dataDir: fresh.path });
		const edition = await fetch(`${app.url}/kwartaalstanden/2020-k2`);
		expect(edition.status).toBe(200);
		const writer = startWriter(fresh.path);
		await writer.progress(1);
		await writer.kill();
		await app.stop();
		expect(writer.acknowledged[0]).toBeGreaterThan(restored?.next ?? Infinity);
	});

	it('takes the place of what was written since, and keeps that beside it', async () => {
		const before = await readCounts(fresh.path);
		const { code, output } = await run('restore', fresh.path, backup, '--replace');
		expect(code).toBe(0);
		expect(output).toContain('ido_before_restore');
		const after = await readCounts(fresh.path);
		expect(after?.events).toBeLessThan(before?.events ?? 0);
	});

	it('refuses a backup with one changed row, and leaves the database as it is', async () => {
		const before = await readCounts(fresh.path);
		const file = join(backup, 'event.copy.gz');
		const whole = await readFile(file);
		const text = gunzipSync(whole).toString('utf8');
		await writeFile(file, gzipSync(text.replace('\tconfirmed\t', '\tachieved\t')));
		const { code, output } = await run('restore', fresh.path, backup, '--replace');
		await writeFile(file, whole);
		expect(output).toContain('The rows of event are damaged');
		expect(code).toBe(1);
		expect(await readCounts(fresh.path)).toEqual(before);
	});

	it('says when a folder is no backup', async () => {
		const { code, output } = await run('restore', fresh.path, folder.path, '--check');
		expect(output).toContain('is no backup');
		expect(code).toBe(1);
	});
});
