import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded, type EmbeddedDatabase } from '#db/embedded.ts';
import { connect } from '#lib/server/platform/db/connect.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { startApp, type AppProcess } from './app-process.ts';
import type { DataFolder } from './data-folder.ts';
import { startDatabaseProxy, type DatabaseProxy } from './database-proxy.ts';
import { makeFilledDataFolder } from './filled-folder.ts';
import { signInAs } from './sign-in.ts';

let folder: DataFolder;
let database: EmbeddedDatabase;
let proxy: DatabaseProxy;
let app: AppProcess;
let db: Kysely<DB>;
let cookie: string;
let sheet: string;

beforeAll(async () => {
	folder = await makeFilledDataFolder();
	database = await startEmbedded(folder.path);
	proxy = await startDatabaseProxy(database.appUrl);
	const env = {
		DATABASE_URL: proxy.through(database.appUrl),
		MIGRATION_DATABASE_URL: proxy.through(database.ownerUrl),
		// One connection for who is signed in, so that a test can take all of them.
		DATABASE_POOL_SIZE: '2'
	};
	app = await startApp({ dataDir: folder.path, env });
	db = connect(database.appUrl, { poolSize: 2 });
	cookie = await signInAs(app.url, 'programmamanager@voorbeeld.nl', 'informatiepunt-2022');
	const { slug } = await db.selectFrom('library').select('slug').limit(1).executeTakeFirstOrThrow();
	sheet = `/bibliotheken/${slug}/bijwerken`;
});
afterAll(async () => {
	await app.stop();
	await db.destroy();
	await proxy.close();
	await database.stop();
	await folder.remove();
});

const UNKNOWN = 'We weten niet of dit is vastgelegd.';
const NOTHING = 'Er is niets vastgelegd.';

/** Sends a comment as the form does, or as the form does with scripts. */
function say(said: string, accept = 'text/html'): Promise<Response> {
	return fetch(`${app.url}${sheet}/opmerkingen?/add`, {
		method: 'POST',
		headers: { origin: app.url, accept, cookie },
		body: new URLSearchParams({ said, milestone: '' }),
		redirect: 'manual'
	});
}

const countOf = async (said: string): Promise<number> =>
	(await db.selectFrom('recordComment').select('id').where('said', '=', said).execute()).length;

/** Lets the app reach its database again, and waits until it does. */
async function mend(): Promise<void> {
	await proxy.cut();
	await proxy.mend();
	await expect
		.poll(async () => (await fetch(`${app.url}/health/ready`)).status, { timeout: 20_000 })
		.toBe(200);
}

describe('a commit without an answer', () => {
	it.each(['before', 'after'] as const)(
		'of a connection that is lost %s it was done: it may stand, and sending again records it once',
		async (when) => {
			const said = `Verbinding weg, ${when}`;
			const broken = proxy.breakCommit(when, 'cut');
			const answer = await say(said);
			await broken;
			expect(answer.status).toBe(503);
			const page = await answer.text();
			expect(page).toContain(UNKNOWN);
			expect(page).not.toContain(NOTHING);
			expect(await countOf(said)).toBe(when === 'after' ? 1 : 0);
			expect((await say(said)).status).toBe(303);
			expect(await countOf(said)).toBe(1);
		}
	);

	it('of a server that stands still: the same, also for a form with scripts', async () => {
		const said = 'De server staat stil';
		const broken = proxy.breakCommit('after', 'freeze');
		const answer = await say(said, 'application/json');
		await broken;
		expect(answer.status).toBe(503);
		const { type, error } = (await answer.json()) as { type: string; error: App.Error };
		expect([type, error.nothingRecorded]).toEqual(['error', undefined]);
		expect(error.message).toContain(UNKNOWN);
		await mend();
		expect((await say(said)).status).toBe(303);
		expect(await countOf(said)).toBe(1);
	});
});

describe('what certainly did not reach the ledger', () => {
	it('is said so when the server stood still before, in the form in which it was asked', async () => {
		proxy.freeze();
		const [page, data] = await Promise.all([say('a'), say('a', 'application/json')]);
		expect([page.status, data.status]).toEqual([503, 503]);
		expect(await page.text()).toContain(NOTHING);
		const { type, error } = (await data.json()) as { type: string; error: App.Error };
		expect([type, error.nothingRecorded]).toEqual(['error', true]);
		await mend();
		expect(await countOf('a')).toBe(0);
	});

	it('is said so when somebody else writes for too long, and when no connection is free', async () => {
		const done = Promise.withResolvers<void>();
		const taken = Promise.withResolvers<void>();
		const other = db.transaction().execute(async (trx) => {
			await takeRecordStamp(trx);
			taken.resolve();
			await done.promise;
		});
		await taken.promise;
		const answers = await Promise.all([say('b'), say('b')]);
		done.resolve();
		await other;
		for (const answer of answers) {
			expect(answer.status).toBe(503);
			expect(await answer.text()).toMatch(/Het is nu te druk\.\s+Er is niets vastgelegd\./);
		}
		expect(await countOf('b')).toBe(0);
	});
});

describe('the page after a form that was taken', () => {
	it('says that it arrived when it cannot be had itself', async () => {
		const taken = await say('c');
		expect(taken.status).toBe(303);
		const cookies = taken.headers.getSetCookie().map((line) => line.split(';')[0]);
		await proxy.cut();
		const next = await fetch(app.url + taken.headers.get('location')!, {
			headers: { accept: 'text/html', cookie: [cookie, ...cookies].join('; ') }
		});
		expect(next.status).toBe(503);
		expect(await next.text()).toContain('Wat u net hebt verstuurd, is wel aangekomen.');
		await proxy.mend();
		expect(await countOf('c')).toBe(1);
	});
});
