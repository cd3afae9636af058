import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIGURES } from '#lib/figures/compare/explain.ts';
import { comparisonSentence } from '#lib/figures/compare/texts.ts';
import type { Day } from '#lib/base/day/day.ts';
import { comparePage } from '#lib/server/figures/compare/page.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());

async function compare(address: string) {
	const { comparison } = await comparePage.read(database.db, new URLSearchParams(address));
	return comparison;
}

async function counts(address: string) {
	const { points } = await compare(address);
	const of = (change: string) => points.filter((point) => point.change === change);
	return { opened: of('opened'), closed: of('closed'), corrected: of('corrected'), all: points };
}

describe('two situations beside each other, on the seeded story', () => {
	it.each([
		['vergelijk=2019-12-31&peildatum=2020-12-31'],
		['vergelijk=2020-12-31&peildatum=2021-01-28'],
		// Municipalities and libraries merge.
		['vergelijk=2021-12-31&peildatum=2022-03-01'],
		['vergelijk=2019-06-30&peildatum=2022-12-31&provincie=noord-holland'],
		['vergelijk=2020-12-31&peildatum=2022-03-31&zoek=langedijk'],
		// Only the status of the places: does not apply to a headline.
		['vergelijk=2020-03-01&peildatum=2020-04-30&status=tijdelijk-dicht'],
		['vergelijk=2021-06-30&vergelijkBekend=2021-06-30&peildatum=2021-06-30'],
		['vergelijk=2021-03-31&vergelijkBekend=2021-04-15&peildatum=2021-12-31&bekendOp=2022-01-10']
	])('each difference is the sum of its lines: %s', async (address) => {
		const { headlines, lines } = await compare(address);
		const differences = (headline: typeof headlines.after) => ({
			locations: headline.locations.open,
			accessible: headline.locations.accessible,
			outside: headline.locations.outsideLibrary,
			organisations: headline.organisations.open,
			municipalities: headline.municipalities.covered,
			whiteSpots: headline.municipalities.total - headline.municipalities.covered,
			inhabitants: headline.inhabitants.covered
		});
		const [one, other] = [differences(headlines.before), differences(headlines.after)];
		for (const figure of FIGURES) {
			const sum = lines[figure].reduce((total, { value }) => total + value, 0);
			expect.soft([figure, sum]).toEqual([figure, other[figure] - one[figure]]);
		}
	});

	it('what opened in libraries and outside them together is what is listed as opened', async () => {
		const { lines, points } = await compare('vergelijk=2019-12-31&peildatum=2021-12-31');
		const value = (figure: 'locations' | 'outside') =>
			lines[figure].find(({ name }) => name === 'opened')?.value ?? 0;
		expect(value('outside')).toBeGreaterThan(0);
		const sentence = comparisonSentence(await compare('vergelijk=2019-12-31&peildatum=2021-12-31'));
		const told = /geopend (\d+) \(waarvan (\d+) buiten een bibliotheek\)/.exec(sentence);
		expect(told?.slice(1).map(Number)).toEqual([
			value('locations') + value('outside'),
			value('outside')
		]);
		expect(value('locations') + value('outside')).toBe(
			points.filter(({ change }) => change === 'opened').length
		);
	});

	it('tells what went online in a lockdown, what closed for a while and what opened again', async () => {
		// The story of the demo: nine points went online in January 2021 and came back in May.
		const of = async (address: string, change: string) =>
			(await compare(address)).points.filter((point) => point.change === change);
		const online = await of('vergelijk=2020-12-31&peildatum=2021-01-28', 'online_only');
		expect(online).toHaveLength(9);
		const back = await of('vergelijk=2021-01-28&peildatum=2021-06-30', 'reopened');
		const reopened = new Set(back.map(({ id }) => id));
		expect(online.filter(({ id }) => !reopened.has(id))).toEqual([]);
		const closed = await of('vergelijk=2021-12-31&peildatum=2022-01-21', 'temporarily_closed');
		expect(closed.length).toBeGreaterThan(0);
		for (const { after } of closed) {
			expect(after).toMatchObject({ realised: true, accessible: false });
		}
	});

	it('has nothing to tell of one situation', async () => {
		expect((await counts('vergelijk=2021-06-30&peildatum=2021-06-30')).all).toEqual([]);
	});

	it('the wrong way round it is turned, and says so', async () => {
		const there = await compare('vergelijk=2020-06-30&peildatum=2021-06-30');
		const back = await compare('vergelijk=2021-06-30&peildatum=2020-06-30');
		expect([there.turned, back.turned]).toEqual([false, true]);
		expect({ ...back, turned: false }).toEqual(there);
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
