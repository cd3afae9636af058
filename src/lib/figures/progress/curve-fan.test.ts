import { describe, expect, it } from 'vitest';
import { rowsWithFan, type CurveFan } from './curve-fan.ts';
import type { CurveRow } from './types.ts';

const row = (day: string, fact: number | null, forecast: number | null): CurveRow => {
	return { day, firstPlan: 10, plan: 8, planOpened: 6, fact, forecast };
};
const fanOf = (...days: string[]): CurveFan => ({
	madeOn: days[0] ?? '',
	months: days.map((day, index) => ({ day, sure: index, likely: index + 1, bold: index + 2 }))
});

describe('the months of the fan among the rows of the curve', () => {
	it('keep what the lines say, and tell no fact of a day after the last known one', () => {
		const rows = [row('2021-01-01', 3, null), row('2021-06-30', 5, 5), row('2021-09-01', null, 7)];
		const shown = rowsWithFan(rows, fanOf('2021-06-30', '2021-07-31', '2021-09-30'));
		expect(shown).toEqual([
			{ ...rows[0], fan: null },
			{ ...rows[1], fan: { sure: 0, likely: 1, bold: 2 } },
			{ ...row('2021-07-31', null, 5), fan: { sure: 1, likely: 2, bold: 3 } },
			{ ...rows[2], fan: null },
			{ ...row('2021-09-30', null, 7), fan: { sure: 2, likely: 3, bold: 4 } }
		]);
	});

	it('stand beside the facts when the forecast is of an earlier day', () => {
		const rows = [row('2021-01-01', 3, null), row('2021-06-30', 5, 5)];
		const shown = rowsWithFan(rows, fanOf('2021-03-01', '2021-03-31'));
		expect(shown.map(({ day, fact, fan }) => [day, fact, fan?.likely])).toEqual([
			['2021-01-01', 3, undefined],
			['2021-03-01', 3, 1],
			['2021-03-31', 3, 2],
			['2021-06-30', 5, undefined]
		]);
	});
});
