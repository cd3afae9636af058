import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawVanguard } from '#lib/server/figures/vanguard/draw-map.ts';
import { vanguardPage } from '#lib/server/figures/vanguard/page.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());

const read = async (address: string) =>
	(await vanguardPage.read(database.db, new URLSearchParams(address))).vanguard;

describe('the kopgroep', () => {
	it('is the published fifteen, one of them in a big city, and never KopGroep Bibliotheken', async () => {
		const { members, applied, chosen, provinces } = await read('peildatum=2021-12-31');
		const slugs = members.map(({ slug }) => slug);
		expect(slugs).toHaveLength(15);
		expect(slugs).toContain('bibliotheek-rotterdam');
		expect(slugs).not.toContain('kopgroep-bibliotheken');
		expect([applied, chosen]).toEqual([27, 15]);
		expect(provinces).toHaveLength(12);
		expect(provinces.reduce((sum, one) => sum + one.chosen, 0)).toBe(15);
	});

	it('is drawn by the municipalities that it serves, each with its libraries', async () => {
		const map = await drawVanguard(database.db, await read('peildatum=2021-12-31'));
		expect(map?.svg).toContain('Venlo: Bibliotheek Venlo');
	});

	it('and the rest together are what the headline counts', async () => {
		const { groups } = await read('peildatum=2019-12-31');
		// All 29 locations of that day are of the kopgroep.
		expect(groups.vanguard).toMatchObject({ libraries: 15, open: 15, locations: 29 });
		expect(groups.rest).toMatchObject({ open: 0, locations: 0, medianWeeks: null });
		const later = (await read('peildatum=2020-12-31')).groups;
		expect(later.vanguard.locations + later.rest.locations).toBe(73);
		expect(later.vanguard.open + later.rest.open).toBe(39);
	});

	it('has work areas that together with those of the rest are the country', async () => {
		const { vanguard, rest } = (await read('peildatum=2021-12-31')).groups;
		const all = vanguard.inhabitants + rest.inhabitants;
		expect(all).toBeGreaterThan(17_000_000);
		expect(all).toBeLessThan(17_500_000);
		expect(vanguard.covered).toBeLessThanOrEqual(vanguard.inhabitants);
	});

	it('lies in its main towns, not in the middle of a work area', async () => {
		const { members } = await read('peildatum=2021-12-31');
		const venlo = members.find(({ mainTown }) => mainTown === 'Venlo')!;
		expect(venlo.lat).toBeCloseTo(51.37, 1);
		expect(venlo.lon).toBeCloseTo(6.17, 1);
	});

	it('was not chosen before it was, nor on a day when that was not known', async () => {
		const before = await read('peildatum=2019-04-14');
		expect(before).toMatchObject({ stage: 'judging', members: [], applied: null, spread: null });
		expect(before.groups.vanguard.libraries).toBe(0);
		expect((await read('peildatum=2019-04-15')).stage).toBe('chosen');
		expect(await read('peildatum=2021-12-31&bekendOp=2019-02-01')).toMatchObject({
			...{ applied: null, chosen: null }
		});
	});

	it('has the events of the timeline from the call to the opening', async () => {
		const { events } = await read('');
		expect(events[0]).toMatchObject({ code: 'oproep-kopgroep', startsOn: '2019-01-29' });
		expect(events.at(-1)).toMatchObject({ code: 'start-kopgroep', startsOn: '2019-07-01' });
		expect(events.every(({ kind }) => kind !== 'phase')).toBe(true);
	});
});
