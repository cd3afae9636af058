import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeQuietStamp, takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Records when something was written last as `last` (SQL), and gives the next moment of recording. */
async function stampAfter(last: string): Promise<{ onClockDay: boolean; isLater: boolean }> {
	await sql`update data_version set last_recorded_at = ${sql.raw(last)}`.execute(database.ownerDb);
	const stamp = await database.db.transaction().execute((trx) => takeRecordStamp(trx));
	const { rows } = await sql<{ onClockDay: boolean; isLater: boolean }>`
		select (moment at time zone 'Europe/Amsterdam')::date
				= (clock_timestamp() at time zone 'Europe/Amsterdam')::date as on_clock_day,
			moment > ${sql.raw(last)} as is_later
		from (select ${stamp}::timestamptz as moment) stamped`.execute(database.db);
	return rows[0]!;
}

const MIDNIGHT = `(date_trunc('day', now() at time zone 'Europe/Amsterdam') + interval '1 day') at time zone 'Europe/Amsterdam'`;

describe('the moment of recording', () => {
	it('is later than the one before, also after the clock was set back within a day', async () => {
		const endOfDay = `${MIDNIGHT} - interval '2 microseconds'`;
		expect(await stampAfter(endOfDay)).toEqual({ onClockDay: true, isLater: true });
	});

	it('is never tomorrow, when the clock was set back over midnight', async () => {
		const tomorrow = `${MIDNIGHT} + interval '5 seconds'`;
		expect(await stampAfter(tomorrow)).toMatchObject({ onClockDay: true });
	});

	it('is never tomorrow by counting on at the end of the day', async () => {
		const lastMoment = `${MIDNIGHT} - interval '1 microsecond'`;
		expect(await stampAfter(lastMoment)).toMatchObject({ onClockDay: true });
	});
});

it('is later than the last one also of a write that makes no new version', async () => {
	const { db } = database;
	const take = (stamp: typeof takeRecordStamp) => db.transaction().execute((trx) => stamp(trx));
	const version = () => db.selectFrom('dataVersion').select('version').executeTakeFirstOrThrow();
	const first = await take(takeRecordStamp);
	const before = await version();
	const quiet = await take(takeQuietStamp);
	expect(await version()).toEqual(before);
	const last = await take(takeRecordStamp);
	expect([first, quiet, last]).toEqual([...new Set([first, quiet, last])].toSorted());
	expect((await version()).version).toBeGreaterThan(before.version);
});
