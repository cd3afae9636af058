import { describe, expect, it } from 'vitest';
import { addDays } from '#lib/base/day/day.ts';
import { changes } from '#tests/factories/curve-changes.ts';
import { curveRows, drawCurve, MOST_ROWS, reachedOn, rowOn } from './curve.ts';
import type { Changes } from './types.ts';

describe('the rows of the curve', () => {
	const rows = curveRows(changes, { factDay: '2020-06-30', validOn: '2020-06-30' });

	it('hold until the next row, with nothing in between', () => {
		expect(rowOn(rows, '2020-02-29')).toMatchObject({ fact: 1, firstPlan: 5, plan: 0 });
		expect(rowOn(rows, '2020-03-01')?.fact).toBe(3);
	});

	it('know no fact after the last day, and no forecast before it', () => {
		expect(rows.at(-1)).toEqual({
			day: '2020-08-01',
			firstPlan: 5,
			plan: 5,
			planOpened: 3,
			fact: null,
			forecast: 4
		});
		expect(rowOn(rows, '2020-03-01')?.forecast).toBeNull();
		expect(rowOn(rows, '2020-06-30')).toMatchObject({ fact: 3, forecast: 3 });
	});

	it('know from which day a number is reached for good', () => {
		expect(reachedOn(rows, 3)).toBe('2020-03-01');
		expect(reachedOn(rows, 4)).toBeNull();
		const closedAgain = curveRows(
			{ ...changes, fact: [...changes.fact, { day: '2020-04-01', change: -1 }] },
			{ factDay: '2020-06-30', validOn: '2020-06-30' }
		);
		expect(reachedOn(closedAgain, 3)).toBeNull();
	});
});

describe('a curve with a change on every day', () => {
	const factDay = '2021-12-31';
	const daily: Changes = {
		...changes,
		fact: Array.from({ length: 700 }, (_, index) => ({
			day: addDays('2020-01-01', index),
			change: 1
		}))
	};
	const days = { factDay, validOn: factDay, also: ['2020-05-09'] };
	const everything = curveRows(daily, { ...days, mostRows: 1_000 });
	const { rows, thinned } = drawCurve(daily, { ...days, reached: [60] });

	it('is told of at most four days a month, and of the days that are named', () => {
		expect(thinned).toBe(true);
		expect(everything.length).toBeGreaterThan(MOST_ROWS);
		const may = rows.map(({ day }) => day).filter((day) => day.startsWith('2020-05'));
		expect(may).toEqual(['2020-05-07', '2020-05-09', '2020-05-14', '2020-05-21', '2020-05-31']);
	});

	it('tells of those days exactly what it would tell of them among all', () => {
		for (const row of rows) expect(everything).toContainEqual(row);
		expect(rows.at(-1)).toEqual(everything.at(-1));
	});

	it('still knows the day on which a number was reached', () => {
		expect(reachedOn(rows, 60)).toBe(addDays('2020-01-01', 59));
		expect(reachedOn(everything, 60)).toBe(addDays('2020-01-01', 59));
	});

	it('leaves nothing out as long as a reader can follow it', () => {
		expect(drawCurve(changes, days).thinned).toBe(false);
	});
});
