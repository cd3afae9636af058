import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded, type EmbeddedDatabase } from '#db/embedded.ts';
import { connect } from '#lib/server/platform/db/connect.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { appendEvents } from '#lib/server/ledger/event/append.ts';
import { startApp, type AppProcess } from './app-process.ts';
import type { DataFolder } from './data-folder.ts';
import { makeFilledDataFolder } from './filled-folder.ts';
import { startDatabaseProxy, type DatabaseProxy } from './database-proxy.ts';
import { libraryOf } from '#lib/ledger/subject/subject.ts';

/** Design: no page of another process is staler than this. */
const LONGEST_STALE_MS = 2_000;

/** A statement is given up after 10 seconds; without that this question waited for 40. */
const LONGEST_SILENCE_MS = 15_000;

let folder: DataFolder;
let database: EmbeddedDatabase;
let proxy: DatabaseProxy;
let apps: AppProcess[];
let db: Kysely<DB>;

beforeAll(async () => {
	folder = await makeFilledDataFolder();
	database = await startEmbedded(folder.path);
	proxy = await startDatabaseProxy(database.appUrl);
	const env = {
		DATABASE_URL: proxy.through(database.appUrl),
		MIGRATION_DATABASE_URL: proxy.through(database.ownerUrl)
	};
	const options = { dataDir: folder.path, env };
	apps = [await startApp(options), await startApp(options)];
	db = connect(database.appUrl, { poolSize: 2 });
});
afterAll(async () => {
	await Promise.all(apps.map((app) => app.stop()));
	await db.destroy();
	await proxy.close();
	await database.stop();
	await folder.remove();
});

const read = (app: AppProcess, path: string) =>
	fetch(app.url + path, { headers: { 'accept-encoding': 'identity' } });

async function readVersion(app: AppProcess): Promise<number> {
	const body: unknown = await (await read(app, '/api/v1/stand')).json();
	return typeof body === 'object' && body !== null && 'dataVersie' in body
		? Number(body.dataVersie)
		: 0;
}

/** "Still right" for some library; answers the version of the data after it. */
async function write(): Promise<number> {
	const { id } = await db.selectFrom('library').select('id').limit(1).executeTakeFirstOrThrow();
	const day = await db.selectFrom('installation').select('demoToday').executeTakeFirstOrThrow();
	const event = {
		...{ subject: libraryOf(id), milestoneCode: 'record' },
		...{ kind: 'confirmed' as const, effectiveOn: day.demoToday ?? '2022-01-31' }
	};
	const author = { id: 'test', organisation: 'KB' };
	await db.transaction().execute((trx) => appendEvents(trx, author, [event]));
	const row = await db.selectFrom('dataVersion').select('version').executeTakeFirstOrThrow();
	return row.version;
}

/** Milliseconds until an app answers with this version, asking without pause. */
async function timeUntil(app: AppProcess, version: number): Promise<number> {
	const began = performance.now();
	while ((await readVersion(app)) < version) {
		if (performance.now() - began > 10 * LONGEST_STALE_MS) break;
	}
	return performance.now() - began;
}

/** Asks for a page until it comes as `wanted` says. */
async function readUntil(
	app: AppProcess,
	path: string,
	wanted: (reply: Response) => boolean
): Promise<Response> {
	const until = performance.now() + 20_000;
	for (;;) {
		const reply = await read(app, path);
		if (wanted(reply) || performance.now() > until) return reply;
		await reply.text();
	}
}

describe('a write by another process', () => {
	it('is in the pages of every process within two seconds', async () => {
		await Promise.all(apps.map(readVersion));
		const version = await write();
		const times = await Promise.all(apps.map((app) => timeUntil(app, version)));
		expect(Math.max(...times)).toBeLessThan(LONGEST_STALE_MS);
	});

	it('is there as soon when the connections that listen are lost', async () => {
		await Promise.all(apps.map(readVersion));
		const admin = connect(database.adminUrl.replace(/\/postgres$/, '/ido'), { poolSize: 1 });
		const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
			where application_name = 'ido page cache'`.execute(admin);
		await admin.destroy();
		expect(rows.length).toBeGreaterThanOrEqual(2);
		const version = await write();
		const times = await Promise.all(apps.map((app) => timeUntil(app, version)));
		expect(Math.max(...times)).toBeLessThan(LONGEST_STALE_MS);
	});
});

describe('the data of a page, for who moves through time', () => {
	it('is kept and packed as the page is, and is for nobody else once she has signed in', async () => {
		const ask = (headers: Record<string, string>) =>
			fetch(`${apps[0]?.url}/__data.json?peildatum=2020-06-30`, { headers });
		const anonymous = await ask({ 'accept-encoding': 'br' });
		expect(anonymous.headers.get('content-encoding')).toBe('br');
		expect(anonymous.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
		const cookie = 'ido.session_token=anything';
		expect((await ask({ cookie })).headers.get('cache-control')).toBe('private, no-store');
	});
});

describe('while the database stands still', () => {
	it('a question is given up after seconds, and all is well when it moves again', async () => {
		const [app] = apps;
		if (!app) throw new Error('no app');
		expect((await read(app, '/api/v1/stand?peildatum=2019-08-01')).status).toBe(200);
		proxy.freeze();
		const began = performance.now();
		const reply = await read(app, '/api/v1/stand?peildatum=2019-08-02');
		expect(reply.status).toBe(503);
		expect(reply.headers.get('retry-after')).not.toBeNull();
		expect(await reply.text()).toContain('De database antwoordt niet');
		expect(performance.now() - began).toBeLessThan(LONGEST_SILENCE_MS);
		expect((await read(app, '/health/live')).status).toBe(200);
		const page = await read(app, '/?peildatum=2019-08-02');
		expect(page.status).toBe(503);
		expect(await page.text()).toContain('De gegevens zijn nu niet bereikbaar');

		await proxy.cut();
		await proxy.mend();
		// Kept pages have a weak tag, so the cache trusts its data again too.
		const isKept = (answer: Response) => answer.headers.get('etag')?.startsWith('W/') ?? false;
		const fresh = await readUntil(app, '/definities', isKept);
		expect([fresh.status, isKept(fresh)]).toEqual([200, true]);
	});
});

describe('while the database is away', () => {
	it('pages come from the cache with a notice, and all is well when it is back', async () => {
		const [app] = apps;
		if (!app) throw new Error('no app');
		const isStale = (reply: Response) => reply.headers.has('warning');
		await readUntil(app, '/definities', (reply) => reply.status === 200 && !isStale(reply));
		await proxy.cut();

		const stale = await readUntil(app, '/definities', isStale);
		expect(stale.status).toBe(200);
		expect(await stale.text()).toContain('U ziet de laatst bekende stand');
		const ready = await read(app, '/health/ready');
		expect(ready.status).toBe(503);
		expect(ready.headers.get('retry-after')).not.toBeNull();
		const api = await read(app, '/api/v1/stand?peildatum=2019-07-02');
		expect(api.status).toBe(503);
		expect(api.headers.get('content-type')).toBe('application/problem+json');
		expect((await read(app, '/health/live')).status).toBe(200);

		await proxy.mend();
		const fresh = await readUntil(app, '/definities', (reply) => !isStale(reply));
		expect(fresh.status).toBe(200);
		const version = await write();
		expect(await timeUntil(app, version)).toBeLessThan(LONGEST_STALE_MS);
	});
});
