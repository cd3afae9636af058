import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findReason, listReasons } from '#lib/server/ledger/reason/queries.ts';
import {
	addReason,
	changeReason,
	moveReason,
	reasonVersion
} from '#lib/server/ledger/reason/service.ts';
import { insertBasics, insertLibrary } from '#tests/factories/reference.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const AUTHOR = { id: 'manager', organisation: 'KB' };
const brand = { labelNl: 'Brand', labelEn: 'Fire', external: true, active: true };

let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase();
});
beforeEach(async () => {
	await database.ownerDb.deleteFrom('reason').execute();
});
afterAll(() => database.drop());

const add = (labelNl: string) =>
	database.db.transaction().execute((trx) => addReason(trx, AUTHOR, { ...brand, labelNl }));
const labels = async () => (await listReasons(database.db)).map((reason) => reason.labelNl);
const version = async () =>
	(await database.db.selectFrom('dataVersion').select('version').executeTakeFirstOrThrow()).version;

describe('the list of reasons', () => {
	it('takes a new one at its end, with a code of its own', async () => {
		expect([await add('Brand'), await add('Water'), await add('Brand')]).toEqual([
			'brand',
			'water',
			'brand_2'
		]);
		expect(await labels()).toEqual(['Brand', 'Water', 'Brand']);
	});

	it('can be put in another order', async () => {
		for (const label of ['A', 'B', 'C']) await add(label);
		const move = (code: string, direction: 'up' | 'down') =>
			database.db.transaction().execute((trx) => moveReason(trx, AUTHOR, code, direction));
		await move('c', 'up');
		expect(await labels()).toEqual(['A', 'C', 'B']);
		await move('a', 'down');
		expect(await labels()).toEqual(['C', 'A', 'B']);
		await move('c', 'up');
		await move('b', 'down');
		await move('unknown', 'up');
		expect(await labels()).toEqual(['C', 'A', 'B']);
	});
});

describe('changing a reason', () => {
	it('changes its words, and the version of the data that pages are kept by', async () => {
		const code = await add('Brand');
		const before = await version();
		const input = { ...brand, labelNl: 'Brand of water', active: false };
		const change = database.db
			.transaction()
			.execute((trx) => changeReason(trx, AUTHOR, code, input, reasonVersion(brand)));
		expect(await change).toBeUndefined();
		expect(await findReason(database.db, code)).toMatchObject(input);
		expect(await version()).toBeGreaterThan(before);
	});

	it('overwrites nothing that somebody else changed meanwhile', async () => {
		const code = await add('Brand');
		const old = reasonVersion({ ...brand, labelNl: 'Brandje' });
		const input = { ...brand, labelNl: 'Mijn woorden' };
		const change = database.db
			.transaction()
			.execute((trx) => changeReason(trx, AUTHOR, code, input, old));
		expect(await change).toMatchObject({ code, labelNl: 'Brand' });
		expect(await labels()).toEqual(['Brand']);
	});
});

// Last in this file: the event and its reason stay in the database.
describe('a reason that was given', () => {
	it('is counted, and can be put aside but not removed', async () => {
		const code = await add('Brand');
		expect((await findReason(database.db, code))?.used).toBe(0);
		await giveReason(code);
		expect((await findReason(database.db, code))?.used).toBe(1);
		const remove = database.ownerDb.deleteFrom('reason').where('code', '=', code).execute();
		await expect(remove).rejects.toMatchObject({ constraint: 'event_reason_exists' });
		await database.ownerDb.updateTable('reason').set({ active: false }).execute();
		expect((await listReasons(database.db)).map((reason) => reason.active)).toEqual([false]);
	});
});

/** An event with this reason, about a library made for it. */
async function giveReason(code: string): Promise<void> {
	await insertBasics(database.ownerDb);
	const { id } = await insertLibrary(database.ownerDb);
	await database.db
		.insertInto('event')
		.values({
			libraryId: id,
			milestoneCode: 'training',
			kind: 'on_hold',
			effectiveOn: '2021-01-01',
			reasonCode: code,
			recordedAt: '2021-01-02T10:00:00Z',
			recordedBy: 'test',
			recordedFor: 'test'
		})
		.execute();
}
