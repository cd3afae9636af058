import { beforeEach, describe, expect, it } from 'vitest';
import { quarterOf } from '#lib/base/as-of/quarter.ts';
import type { Notice } from '#lib/base/as-of/as-of.ts';
import { parseView } from '#lib/base/selection/view.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { newLocationsFigure, newLocationsSentence } from './figures.ts';
import { askableQuarters, newLocationsParams, parseQuarterOf } from './query.ts';
import type { NewLocation, NewLocations } from './types.ts';

const TODAY = '2022-01-31';
beforeEach(() => overwriteGetLocale(() => 'nl'));

const location = (openedOn: string, knownOn: string): NewLocation => ({
	...{ id: 7, name: 'IDO Venlo', address: null, postcode: null, town: 'Venlo' },
	...{ library: 'Bibliotheek Venlo', librarySlug: 'bibliotheek-venlo' },
	...{ municipality: 'Venlo', municipalityCode: 'GM0983', province: 'Limburg' },
	...{ institute: 'Cubiss', outsideLibrary: false, openedOn, openedPrecision: 'day', knownOn },
	...{ isClosed: false, isInvented: true }
});

const read = (rows: NewLocation[], address = ''): NewLocations => {
	const { view } = parseView(new URLSearchParams(address), TODAY);
	return { view, today: TODAY, demoData: true, quarter: quarterOf('2021-12-31'), rows };
};

describe('new locations', () => {
	it('are told with how many of them were known when the quarter ended', () => {
		const known = location('2021-10-04', '2021-10-08');
		const late = location('2021-12-20', '2022-01-10');
		expect(newLocationsSentence(read([known, known, late]))).toBe(
			'In het 4e kwartaal 2021 zijn 3 locaties geopend. Op 31 december 2021 waren 2 daarvan al bekend. 1 locatie is later gemeld.'
		);
		expect(newLocationsSentence(read([known]))).toBe(
			'In het 4e kwartaal 2021 is 1 locatie geopend. Dat was op 31 december 2021 al bekend.'
		);
		expect(newLocationsSentence(read([known, late, late]))).toMatch(
			/ was 1 daarvan al bekend\. 2 locaties zijn later gemeld\.$/
		);
		expect(newLocationsSentence(read([late]))).toBe(
			'In het 4e kwartaal 2021 is 1 locatie geopend. Dat is pas na 31 december 2021 gemeld.'
		);
		expect(newLocationsSentence(read([]))).toMatch(/geen locaties geopend/);
	});

	it('say nothing of later when nothing can have come in later', () => {
		const known = location('2021-10-04', '2021-12-31');
		expect(newLocationsSentence(read([known], 'bekendOp=2021-12-31'))).toBe(
			'In het 4e kwartaal 2021 is 1 locatie geopend.'
		);
	});

	it('have a column for each cell, and say for each whether it was counted then', () => {
		const { table } = newLocationsFigure(read([location('2021-12-20', '2022-01-01')]));
		const row = Object.fromEntries(table.columns.map(({ key }, at) => [key, table.rows[0]![at]]));
		expect(table.rows[0]).toHaveLength(table.columns.length);
		expect(row).toMatchObject({
			...{
				geopend_op: '2021-12-20',
				geopend_op_precisie: 'dag',
				bekend_sinds: '2022-01-01',
				toen_meegeteld: 'nee'
			},
			...{ gemeentecode: 'GM0983', adres: null, in_bibliotheek: 'ja' }
		});
	});
});

describe('the quarter of an address', () => {
	const ask = (address: string) => {
		const params = new URLSearchParams(address);
		const { view } = parseView(params, TODAY);
		const notices: Notice[] = [];
		const quarter = parseQuarterOf(params, view, TODAY, notices);
		const back = newLocationsParams(view, quarter, TODAY).get('kwartaal');
		return { code: quarter.code, wrong: notices.map(({ value }) => value), back };
	};

	it('is the last one that was over on the day that is looked at', () => {
		expect(ask('')).toEqual({ code: '2021-k4', wrong: [], back: null });
		expect(ask('peildatum=2021-09-30').code).toBe('2021-k3');
		expect(ask('peildatum=2021-09-29').code).toBe('2021-k2');
		expect(ask('peildatum=2025-01-01').code).toBe('2021-k4');
	});

	it('is the one that it names, also the one that still runs', () => {
		expect(ask('kwartaal=2020-K1')).toEqual({ code: '2020-k1', wrong: [], back: '2020-k1' });
		expect(ask('kwartaal=2022-k1').code).toBe('2022-k1');
	});

	it('is the usual one when there is no such quarter, and says so', () => {
		for (const wrong of ['2022-k2', '2018-k4', '2021-k5', 'x'])
			expect(ask(`kwartaal=${wrong}`)).toEqual({ code: '2021-k4', wrong: [wrong], back: null });
	});

	it('can be chosen from the beginning of the programme', () => {
		const { view } = parseView(new URLSearchParams('peildatum=2019-05-01'), TODAY);
		expect(askableQuarters(view, TODAY).map(({ code }) => code)).toEqual(['2019-k2', '2019-k1']);
	});
});
