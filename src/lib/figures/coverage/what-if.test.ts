import { describe, expect, it } from 'vitest';
import type { Notice } from '#lib/base/as-of/as-of.ts';
import { namesOf } from '#lib/base/selection/parameter.ts';
import { parseView } from '#lib/base/selection/view.ts';
import {
	coverageParams,
	COVERAGE_PARAMETERS,
	lastingCoverageParams,
	parseCoverage
} from './coverage-query.ts';
import { candidateAt, type CoverageSituation } from './situation.ts';
import { MOST_OPENED, parseOpen, supposeOpen } from './what-if.ts';

const TODAY = '2022-01-31';
const read = (address: string) => parseOpen(new URLSearchParams(address));

describe('the places of a what-if in an address', () => {
	it('are codes and numbers, repeated or with commas, each once', () => {
		expect(read('open=GM0983&open=12,gm0983,7').places).toEqual(['GM0983', '12', '7']);
		expect(read('').places).toEqual([]);
		expect(read('open=').ignored).toEqual([]);
	});

	it('are told when they are something else, however long', () => {
		const { places, ignored } = read(`open=Venlo&open=0&open=1e3&open=${'9'.repeat(5000)}&open=3`);
		expect(places).toEqual(['3']);
		expect(ignored.map(({ problem }) => problem)).toEqual(Array(3).fill('not_a_place'));
		expect(ignored.every(({ value }) => value.length <= 40)).toBe(true);
	});

	it('are not endless', () => {
		const many = Array.from({ length: MOST_OPENED + 5 }, (_, index) => index + 1);
		const { places, ignored } = read(`open=${many.join(',')}`);
		expect(places).toHaveLength(MOST_OPENED);
		expect(ignored).toEqual([{ value: String(MOST_OPENED + 1), problem: 'too_many' }]);
	});

	it('stay in the address, and are the same when read back', () => {
		const { view } = parseView(new URLSearchParams('provincie=fryslan&status=gerealiseerd'), TODAY);
		const query = { open: ['GM0983', '12'], reach: 5 as const };
		const params = coverageParams(view, query, TODAY);
		expect(params.toString()).toBe('provincie=fryslan&straal=5&open=GM0983&open=12');
		const notices: Notice[] = [];
		expect(parseCoverage(params, notices)).toEqual(query);
		expect(notices).toEqual([]);
		const lasting = lastingCoverageParams(view, query, TODAY);
		expect([lasting.get('peildatum'), lasting.get('bekendOp')]).toEqual([TODAY, TODAY]);
		const own = [...params.keys()].filter((name) => name !== 'provincie');
		expect(own.every((name) => namesOf(COVERAGE_PARAMETERS).includes(name))).toBe(true);
	});

	it('a radius that there is not, is told', () => {
		const notices: Notice[] = [];
		expect(parseCoverage(new URLSearchParams('straal=7'), notices).reach).toBe('municipality');
		expect(notices).toEqual([{ parameter: 'straal', value: '7', problem: 'unknown_value' }]);
	});
});

describe('the places of a what-if in a situation', () => {
	const municipality = {
		...{ code: 'GM0983', name: 'Venlo', status: 'planned_later' as const, planOn: null },
		province: { code: 'PV31', slug: 'limburg', name: 'Limburg' },
		...{ inhabitants: 100, libraries: [], lat: 51.4, lon: 6.2, spots: [] }
	};
	const location = { ...candidateAt(municipality), id: '12', name: 'Bibliotheek Venlo' };
	const situation: CoverageSituation = {
		...{ municipalities: [municipality], libraries: [], openPoints: [] },
		candidates: [location]
	};

	it('are known locations, and any municipality of the selection', () => {
		const { opened, ignored } = supposeOpen(situation, ['12', 'GM0983']);
		expect(opened).toEqual([location, candidateAt(municipality)]);
		expect(ignored).toEqual([]);
	});

	it('are told when they are open already, elsewhere or nowhere', () => {
		expect(supposeOpen(situation, ['13', 'GM9999'])).toEqual({
			opened: [],
			ignored: [
				{ value: '13', problem: 'unknown_place' },
				{ value: 'GM9999', problem: 'unknown_place' }
			]
		});
	});
});

describe('what cannot be used of an address', () => {
	it('is told, all together', () => {
		const notices: Notice[] = [];
		parseCoverage(new URLSearchParams('straal=7&open=Venlo'), notices);
		expect(notices).toMatchObject([
			{ parameter: 'straal', value: '7', problem: 'unknown_value' },
			{ parameter: 'open', value: 'VENLO', problem: 'not_a_place' }
		]);
	});

	it('is nothing when it is right', () => {
		const notices: Notice[] = [];
		const query = parseCoverage(new URLSearchParams('straal=10&open=GM0983'), notices);
		expect(query).toEqual({ reach: 10, open: ['GM0983'] });
		expect(notices).toEqual([]);
	});
});
