import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '#db/embedded.ts';
import { startApp } from './app-process.ts';
import type { DataFolder } from './data-folder.ts';
import { makeFilledDataFolder } from './filled-folder.ts';
import { findLost, startWriter, type Writer } from './writer.ts';

let folder: DataFolder;

beforeAll(async () => {
	folder = await makeFilledDataFolder();
});
afterAll(() => folder.remove());

async function killServer(): Promise<void> {
	const pid = await folder.serverPid();
	if (!pid) throw new Error('no server runs');
	process.kill(pid, 'SIGKILL');
}

/** Starts the product again, and gives what it lost of the writer's acknowledged events. */
async function restartAndFindLost({ acknowledged }: Writer): Promise<number[]> {
	const app = await startApp({ dataDir: folder.path });
	expect((await fetch(app.url)).status).toBe(200);
	const server = await startEmbedded(folder.path);
	const lost = await findLost(server.appUrl, acknowledged);
	await server.stop();
	expect(await app.stop()).toBe(0);
	return lost;
}

describe('kill -9 in the middle of writing', () => {
	it('of the application: the next start adopts the server and has every acknowledged event', async () => {
		const app = await startApp({ dataDir: folder.path });
		const writer = startWriter(folder.path);
		await writer.progress(20);
		await Promise.all([app.kill(), writer.kill()]);
		expect(await folder.serverPid()).toBeDefined();
		expect(await restartAndFindLost(writer)).toEqual([]);
		expect(await folder.serverPid()).toBeUndefined();
	});

	it('of the database: both processes go on by themselves, and nothing acknowledged is lost', async () => {
		const app = await startApp({ dataDir: folder.path });
		const writer = startWriter(folder.path);
		await writer.progress(20);
		await killServer();
		await writer.progress(20);
		expect((await fetch(app.url)).status).toBe(200);
		await writer.kill();
		expect(await app.stop()).toBe(0);
		expect(await restartAndFindLost(writer)).toEqual([]);
	});

	it('of everything at once: the next start recovers it', async () => {
		const app = await startApp({ dataDir: folder.path });
		const writer = startWriter(folder.path);
		await writer.progress(20);
		await Promise.all([killServer(), app.kill(), writer.kill()]);
		expect(await restartAndFindLost(writer)).toEqual([]);
	});
});

describe('a lock file left behind', () => {
	it('that names a running stranger does not keep the product from starting', async () => {
		const app = await startApp({ dataDir: folder.path });
		const lock = join(folder.serverData, 'postmaster.pid');
		const text = await readFile(lock, 'utf8');
		await app.stop();
		// This test's own process now has the number that the file names.
		await writeFile(lock, text.replace(/^\d+/, String(process.pid)));
		const again = await startApp({ dataDir: folder.path });
		expect((await fetch(again.url)).status).toBe(200);
		await again.stop();
	});
});
