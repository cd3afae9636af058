import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '#lib/server/platform/db/connect.ts';
import { inLane } from '#lib/server/platform/db/lane.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { checkReady } from '#lib/server/platform/health/check-ready.ts';
import { whyUnavailable } from '#lib/server/platform/availability/unavailable.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

const quietly = { onFailedQuery: () => undefined };
const why = (work: Promise<unknown>) => work.then(() => null, whyUnavailable);

describe('connections that the public cannot take', () => {
	let db: Kysely<DB>;
	let free: () => void;
	let taken: Promise<unknown>;

	beforeAll(async () => {
		db = connect(database.url, { poolSize: 2, reservedSize: 1, ...quietly });
		const { promise: released, resolve } = Promise.withResolvers<void>();
		free = resolve;
		const held = [0, 1].map(() => {
			const { promise, resolve: begun } = Promise.withResolvers<void>();
			const work = db.transaction().execute(async (trx) => {
				await sql`select 1`.execute(trx);
				begun();
				await released;
			});
			return { promise, work };
		});
		taken = Promise.all(held.map(({ work }) => work));
		await Promise.all(held.map(({ promise }) => promise));
	});
	afterAll(async () => {
		free();
		await taken;
		await db.destroy();
	});

	it('are there for who writes while all others are taken', async () => {
		const { rows } = await inLane('reserved', () => sql`select 1 as one`.execute(db));
		expect(rows).toEqual([{ one: 1 }]);
	});

	it('and the public hears that it is busy, not that the database is away', async () => {
		const asked = [why(sql`select 1`.execute(db)), checkReady(db)] as const;
		const [reason, readiness] = await Promise.all(asked);
		expect(reason).toBe('busy');
		expect(readiness).toMatchObject({ ready: false, database: 'busy' });
	});
});

describe('a statement', () => {
	it('that the server ends because it took too long is no sign that the database is away', async () => {
		const db = connect(database.url, { statementTimeoutMs: 50, ...quietly });
		expect(await why(sql`select pg_sleep(10)`.execute(db))).toBe('busy');
		await db.destroy();
	});

	it('that is not answered is given up with its connection, and the next one is answered', async () => {
		const db = connect(database.url, { poolSize: 1, answerTimeoutMs: 200, ...quietly });
		const silent = db.transaction().execute((trx) => sql`select pg_sleep(20)`.execute(trx));
		expect(await why(silent)).toBe('away');
		const { rows } = await sql`select 1 as one`.execute(db);
		expect(rows).toEqual([{ one: 1 }]);
		await db.destroy();
	});
});

describe('readiness', () => {
	it('says that the database keeps what is written', async () => {
		expect(await checkReady(database.db)).toEqual({
			ready: true,
			database: 'reachable',
			writes: 'kept',
			migrations: 'current'
		});
	});

	it('is none where nothing can be written', async () => {
		const url = new URL(database.url);
		url.searchParams.set('options', '-c default_transaction_read_only=on');
		const db = connect(url.href, quietly);
		expect(await checkReady(db)).toMatchObject({ ready: false, writes: 'refused' });
		await db.destroy();
	});

	it('is none while a migration is missing, and none while the database is away', async () => {
		const behind = await checkReady(database.db, ['2999-01-01-not-yet']);
		expect(behind).toMatchObject({ ready: false, migrations: 'behind' });
		const away = connect('postgres://nobody@127.0.0.1:1/nothing', quietly);
		expect(await checkReady(away)).toMatchObject({ ready: false, database: 'away' });
		await away.destroy();
	});
});
