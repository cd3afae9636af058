import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '#lib/day/day.ts';
import { readComparisonOf } from '#lib/server/compare/read-comparison.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());

async function compare(address: string) {
	const { comparison } = await readComparisonOf(database.db, new URLSearchParams(address));
	return comparison;
}

async function counts(address: string) {
	const { points } = await compare(address);
	const of = (change: string) => points.filter((point) => point.change === change);
	return { opened: of('opened'), closed: of('closed'), corrected: of('corrected'), all: points };
}

describe('two situations beside each other, on the seeded story', () => {
	it('what opened is what the headline has more of, but for what closed and what is outside', async () => {
		const comparison = await compare('vergelijk=2019-12-31&peildatum=2020-12-31');
		const { headlines, points } = comparison;
		expect([headlines.before.locations.open, headlines.after.locations.open]).toEqual([29, 73]);
		const realised = (side: 'before' | 'after') =>
			points.filter((point) => point[side]?.realised).length;
		const all = ({ locations }: typeof headlines.after) =>
			locations.open + locations.outsideLibrary;
		expect(realised('after') - realised('before')).toBe(
			all(headlines.after) - all(headlines.before)
		);
	});

	it('has nothing to tell of one situation', async () => {
		expect((await counts('vergelijk=2021-06-30&peildatum=2021-06-30')).all).toEqual([]);
	});

	it('the way back closes nothing: what opened was not open yet', async () => {
		const there = await counts('vergelijk=2020-06-30&peildatum=2021-06-30');
		const back = await counts('vergelijk=2021-06-30&peildatum=2020-06-30');
		expect(there.opened.length).toBeGreaterThan(50);
		const notYet = new Set(back.all.filter(({ before }) => before?.realised).map(({ id }) => id));
		expect(there.opened.filter(({ id }) => !notYet.has(id))).toEqual([]);
	});

	it('one day as known on two days shows what was recorded later', async () => {
		const day: Day = '2021-06-30';
		const later = await counts(`vergelijk=${day}&vergelijkBekend=${day}&peildatum=${day}`);
		expect(later.opened.length).toBeGreaterThan(0);
		for (const { after } of later.opened) expect((after?.openedOn ?? '') <= day).toBe(true);
	});

	it('follows the filters of the map', async () => {
		const all = await counts('vergelijk=2020-06-30&peildatum=2021-06-30');
		const some = await counts('vergelijk=2020-06-30&peildatum=2021-06-30&provincie=fryslan');
		expect(some.all.length).toBeGreaterThan(0);
		expect(some.all.length).toBeLessThan(all.all.length);
		const ids = new Set(all.all.map(({ id }) => id));
		expect(some.all.every(({ id }) => ids.has(id))).toBe(true);
	});
});
