import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factDayOf, type Notice } from '#lib/base/as-of/as-of.ts';
import { addDays } from '#lib/base/day/day.ts';
import { PROGRESS_MEASURES } from '#lib/base/measure/measure.ts';
import { parseView } from '#lib/base/selection/view.ts';
import {
	CURVE_EXTRAS,
	parseProgress,
	progressParams,
	quarterEndBefore,
	yearBefore
} from './query.ts';

const TODAY = '2022-01-31';

const view = (address = '') => parseView(new URLSearchParams(address), TODAY).view;

describe('the address of the progress page', () => {
	it('compares with the end of the quarter before', () => {
		expect(quarterEndBefore('2022-01-31')).toBe('2021-12-31');
		expect(quarterEndBefore('2021-12-31')).toBe('2021-09-30');
		expect(quarterEndBefore('2019-02-01')).toBe('2019-01-01');
		expect(yearBefore('2020-02-29')).toBe('2019-02-28');
	});

	it('says everything again that it was asked', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...PROGRESS_MEASURES),
				fc.nat({ max: 1_000 }),
				fc.integer({ min: 1, max: 300 }),
				fc.subarray([...CURVE_EXTRAS], { minLength: 1 }),
				(measure, days, before, extras) => {
					const asked = view(`peildatum=${addDays('2019-12-01', days)}`);
					const compareOn = addDays(factDayOf(asked.asOf, TODAY), -before);
					const params = progressParams(asked, { measure, compareOn, extras }, TODAY);
					expect(parseProgress(params, asked, [], TODAY)).toEqual({ measure, compareOn, extras });
				}
			)
		);
	});

	it('compares a day to come with a day that there are facts of', () => {
		const asked = view('peildatum=2023-06-30');
		const compareOn = (query: string) =>
			parseProgress(new URLSearchParams(query), asked, [], TODAY).compareOn;
		expect(compareOn('')).toBe('2021-12-31');
		expect(compareOn('vergelijk=2022-12-31')).toBe('2022-01-30');
		expect(
			progressParams(asked, { measure: 'locations', compareOn: '2021-12-31' }, TODAY).has(
				'vergelijk'
			)
		).toBe(false);
	});

	it('tells what it cannot use', () => {
		const params = new URLSearchParams('telling=boeken&vergelijk=2030-01-01');
		const notices: Notice[] = [];
		const asked = parseProgress(params, view(), notices, TODAY);
		expect(asked).toEqual({ measure: 'locations', compareOn: '2022-01-30' });
		expect(notices.map(({ parameter }) => parameter)).toEqual(['vergelijk', 'telling']);
	});
});
