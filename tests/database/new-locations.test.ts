import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { endedQuarters, parseQuarter } from '#lib/base/as-of/quarter.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { newLocationsPage } from '#lib/server/figures/new-locations/page.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());
beforeEach(() => overwriteGetLocale(() => 'nl'));

const read = async (address: string) =>
	(await newLocationsPage.read(database.db, new URLSearchParams(address))).opened;

/** Openings in the ledger that nobody corrected, by their point: the day, and when it was recorded. */
async function listOpenings() {
	const rows = await database.db
		.selectFrom('event')
		.select(['informationPointId as id', 'effectiveOn', 'recordedOn'])
		.where('milestoneCode', '=', 'opening')
		.where('kind', '=', 'achieved')
		.where('id', 'not in', (query) =>
			query
				.selectFrom('event as later')
				.select('later.correctsEventId')
				.where('later.correctsEventId', 'is not', null)
				.$castTo<{ correctsEventId: number }>()
		)
		.execute();
	return rows.filter(({ effectiveOn }) => effectiveOn <= TODAY);
}

describe('the new locations of a quarter', () => {
	it('are every opening of the ledger, each in one quarter', async () => {
		const quarters = [...endedQuarters(TODAY).map(({ code }) => code), '2022-k1'];
		const openings = await listOpenings();
		const found: string[] = [];
		for (const code of quarters) {
			const { rows, quarter } = await read(`kwartaal=${code}`);
			expect(quarter.code).toBe(code);
			expect(rows.map(({ openedOn }) => openedOn)).toEqual(
				rows.map(({ openedOn }) => openedOn).toSorted()
			);
			for (const { id, openedOn } of rows) {
				expect(openedOn >= quarter.start && openedOn <= quarter.end).toBe(true);
				found.push(`${id} ${openedOn}`);
			}
		}
		expect(found.length).toBeGreaterThan(400);
		expect(found.toSorted()).toEqual(
			openings.map(({ id, effectiveOn }) => `${id} ${effectiveOn}`).toSorted()
		);
	});

	it('as they were counted then are those that were known then', async () => {
		const { start, end } = parseQuarter('2021-k4')!;
		const now = await read('kwartaal=2021-k4');
		const then = await read(`kwartaal=2021-k4&bekendOp=${end}`);
		const known = (await listOpenings()).filter(
			({ effectiveOn, recordedOn }) =>
				effectiveOn >= start && effectiveOn <= end && recordedOn! <= end
		);
		expect(then.rows.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(
			known.map(({ id }) => id!).toSorted((a, b) => a - b)
		);
		// Some were reported later, and the list of now tells which.
		expect(now.rows.length).toBeGreaterThan(then.rows.length);
		const counted = now.rows.filter(({ knownOn }) => knownOn <= end).map(({ id }) => id);
		expect(counted).toEqual(then.rows.map(({ id }) => id));
	});

	it('are of the place that is asked for', async () => {
		const all = await read('kwartaal=2021-k3');
		for (const [address, isThere] of [
			['provincie=limburg', ({ province }: (typeof all.rows)[0]) => province === 'Limburg'],
			['poi=cubiss', ({ institute }: (typeof all.rows)[0]) => institute === 'Cubiss']
		] as const) {
			const { rows } = await read(`kwartaal=2021-k3&${address}`);
			expect(rows.length).toBeGreaterThan(0);
			expect(rows).toEqual(all.rows.filter(isThere));
		}
	});
});
