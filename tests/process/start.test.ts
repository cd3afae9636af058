import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '#db/embedded.ts';
import { connect } from '#lib/server/platform/db/connect.ts';
import { startApp } from './app-process.ts';
import { makeDataFolder, type DataFolder } from './data-folder.ts';

let folder: DataFolder;

beforeAll(async () => {
	folder = await makeDataFolder();
});
afterAll(() => folder.remove());

/** When the database was seeded: tells one database from another. */
async function readSeededAt(): Promise<Date | null | undefined> {
	const server = await startEmbedded(folder.path);
	const db = connect(server.appUrl, { poolSize: 1 });
	const row = await db.selectFrom('installation').select('seededAt').executeTakeFirst();
	await db.destroy();
	await server.stop();
	return row?.seededAt;
}

describe('starting the product', () => {
	it('works from an empty folder, and stops everything it started', async () => {
		const app = await startApp({ dataDir: folder.path });
		expect((await fetch(app.url)).status).toBe(200);
		expect(await folder.serverPid()).toBeDefined();
		expect(await app.stop()).toBe(0);
		expect(await folder.serverPid()).toBeUndefined();
	});

	it('finds its data again', async () => {
		const before = await readSeededAt();
		expect(before).toBeInstanceOf(Date);
		const app = await startApp({ dataDir: folder.path });
		expect(await readSeededAt()).toEqual(before);
		await app.stop();
	});

	it('says what to do when the port is taken', async () => {
		const app = await startApp({ dataDir: folder.path });
		const port = Number(new URL(app.url).port);
		await expect(startApp({ dataDir: folder.path, port })).rejects.toThrow(
			`PORT=${port + 1} npm start`
		);
		expect((await fetch(app.url)).status).toBe(200);
		await app.stop();
	});

	it('says at once what to do when its folder cannot be written', async () => {
		const start = startApp({ dataDir: '/proc/ido/data' });
		await expect(start).rejects.toThrow('/proc/ido/data/postgresql cannot be written');
	}, 20_000);

	it('lets two processes share the data, until the last one stops', async () => {
		const [first, second] = await Promise.all([
			startApp({ dataDir: folder.path }),
			startApp({ dataDir: folder.path })
		]);
		await first.stop();
		expect(await folder.serverPid()).toBeDefined();
		expect((await fetch(second.url)).status).toBe(200);
		await second.stop();
		expect(await folder.serverPid()).toBeUndefined();
	});
});
