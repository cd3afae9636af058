import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { COST_CATEGORIES, costYears, MOST_CENTS, noAmounts, sumOfAmounts } from './cost.ts';
import { costValues, readCostForm } from './read-cost-form.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const TODAY = '2022-01-31';
const read = (values: Record<string, string>, year = 2021) =>
	readCostForm((name) => values[name] ?? '', year, TODAY);

describe('the form of the costs of a year', () => {
	it.each<[string, number | null]>([
		['', null],
		['0', 0],
		['1250', 125_000],
		['€ 1.250,50', 125_050],
		['1250.5', 125_050],
		['5000000', MOST_CENTS]
	])('reads %j', (typed, cents) => {
		expect(read({ 'ict-werkelijk': typed }).costs?.werkelijk.ict).toBe(cents);
	});

	it.each<[string, RegExp]>([
		['-5', /onder nul/],
		['€ -5', /onder nul/],
		['twaalf', /bedrag in euro/],
		['1,234', /bedrag in euro/],
		['1e6', /bedrag in euro/],
		['5000000,01', /te hoog/],
		['999999999', /te hoog/]
	])('refuses %j', (typed, told) => {
		expect(read({ 'ict-werkelijk': typed }).errors?.['ict-werkelijk']).toMatch(told);
	});

	it('takes of a year to come a budget only', () => {
		expect(Object.keys(read({ 'ict-werkelijk': '1' }, 2023).errors ?? {})).toEqual([
			'ict-werkelijk'
		]);
		expect(read({ 'ict-begroot': '1' }, 2023).costs?.begroot.ict).toBe(100);
	});

	it('reads back what it shows', () => {
		const cents = fc.option(fc.integer({ min: 0, max: MOST_CENTS }));
		const amounts = fc.record(
			Object.fromEntries(COST_CATEGORIES.map((category) => [category, cents]))
		);
		fc.assert(
			fc.property(fc.record({ begroot: amounts, werkelijk: amounts }), (given) => {
				const costs = {
					begroot: { ...noAmounts(), ...given.begroot },
					werkelijk: { ...noAmounts(), ...given.werkelijk }
				};
				expect(read(costValues(costs)).costs).toEqual(costs);
			})
		);
	});
});

describe('the amounts of a year together', () => {
	it('are not known when none is, and leave out what is not known', () => {
		expect(sumOfAmounts(noAmounts())).toBeNull();
		expect(sumOfAmounts({ ...noAmounts(), ict: 0 })).toBe(0);
		expect(sumOfAmounts({ ...noAmounts(), ict: 5, overig: 7 })).toBe(12);
	});

	it('can be recorded from 2019 to next year', () => {
		expect(costYears(TODAY)).toEqual([2023, 2022, 2021, 2020, 2019]);
	});
});
