import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '#lib/server/platform/db/connect.ts';
import type { FailedQuery } from '#lib/server/platform/db/failed-query.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('what database values become', () => {
	it('gives days as text, numbers as numbers and moments as Date', async () => {
		const { rows } = await sql`
			select date '2021-06-24' as a_day, date 'infinity' as open_end, 42::bigint as a_count,
				0.25::numeric as a_share, timestamptz '2021-06-24 12:00+02' as a_moment,
				array[date '2021-01-01', null] as days, '{}'::bigint[] as nothing
		`.execute(database.db);
		expect(rows).toEqual([
			{
				aDay: '2021-06-24',
				openEnd: 'infinity',
				aCount: 42,
				aShare: 0.25,
				aMoment: new Date('2021-06-24T10:00:00Z'),
				days: ['2021-01-01', null],
				nothing: []
			}
		]);
	});

	it('refuses a bigint that a number cannot hold', async () => {
		await expect(sql`select 9007199254740993::bigint`.execute(database.db)).rejects.toThrow(
			'too large'
		);
	});
});

describe('a failed query', () => {
	it('is told with its SQL and code, and without the values', async () => {
		const failures: FailedQuery[] = [];
		const db = connect(database.url, { onFailedQuery: (failure) => failures.push(failure) });
		await expect(sql`select ${'Jan de Vries'}::text::integer`.execute(db)).rejects.toThrow();
		await db.destroy();
		expect(failures).toHaveLength(1);
		expect(failures[0]).toMatchObject({ sql: 'select $1::text::integer', code: '22P02' });
		expect(JSON.stringify(failures)).not.toContain('Vries');
	});
});

describe('a connection that is lost', () => {
	it('in the middle of a transaction fails that transaction only, not the process', async () => {
		const db = connect(database.url, { poolSize: 1, onFailedQuery: () => undefined });
		const lost = db.transaction().execute(async (trx) => {
			const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
			const ended = sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`;
			await ended.execute(database.db);
			await sql`select 1`.execute(trx);
		});
		await expect(lost).rejects.toThrow();
		const { rows } = await sql`select 1 as one`.execute(db);
		expect(rows).toEqual([{ one: 1 }]);
		await db.destroy();
	});
});
