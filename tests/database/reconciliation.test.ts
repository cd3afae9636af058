import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHeadline } from '#lib/server/coverage/read-headline.ts';
import { readReconciliation } from '#lib/server/reconciliation/service.ts';
import { NO_FILTERS } from '#lib/view/filters.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';
const NOW = { validOn: TODAY, knownOn: null };

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());

describe('published counts beside ours, on the seeded story', () => {
	it('agrees with the counts that the KB published', async () => {
		const rows = await readReconciliation(database.db, NOW);
		const kb = (counted: string, value: string) =>
			rows.find((row) => row.counted === counted && row.valueText === value);
		for (const [counted, value, day] of [
			['locations', '29', '2019-12-31'],
			['locations', '73', '2020-12-31'],
			['locations', '200', '2021-06-24'],
			['locations', '439', '2021-12-31'],
			['organisationsOpen', '15', '2019-07-01'],
			['organisationsOpen', '39', '2020-12-31']
		] as const) {
			expect(kb(counted, value)).toMatchObject({ appliesOn: day, difference: 0, causes: [] });
		}
	});

	it('counts as the headline of the same day does', async () => {
		const rows = await readReconciliation(database.db, NOW);
		const ours = rows.filter((row) => row.ours !== null);
		expect(ours.length).toBeGreaterThan(8);
		for (const row of ours) {
			const asOf = { validOn: row.appliesOn, knownOn: null };
			const headline = await readHeadline(database.db, { asOf, today: TODAY, filters: NO_FILTERS });
			const same = {
				locations: headline.locations.open,
				organisationsOpen: headline.organisations.open,
				organisations: headline.organisations.total
			};
			expect([row.appliesOn, row.ours]).toEqual([row.appliesOn, same[row.counted]]);
		}
	});

	it('splits every difference into causes that add up, with as many places as counted', async () => {
		const rows = await readReconciliation(database.db, { validOn: TODAY, knownOn: '2021-12-31' });
		for (const { difference, causes } of rows.filter((row) => row.difference !== null)) {
			expect(causes.reduce((sum, { count }) => sum + count, 0)).toBe(difference);
			for (const { count, places } of causes.filter((cause) => cause.places.length > 0)) {
				expect(places).toHaveLength(Math.abs(count));
			}
		}
	});

	it('shows nothing that was counted after the day looked at', async () => {
		const rows = await readReconciliation(database.db, { validOn: '2020-06-30', knownOn: null });
		expect(rows.map(({ appliesOn }) => appliesOn).filter((day) => day > '2020-06-30')).toEqual([]);
		expect(rows.length).toBeGreaterThan(0);
	});

	it('has no count of ours before the register begins', async () => {
		const rows = await readReconciliation(database.db, NOW);
		const before = rows.filter(({ appliesOn }) => appliesOn < '2019-01-01');
		expect(before.map(({ ours, difference }) => [ours, difference])).toEqual([[null, null]]);
	});
});
