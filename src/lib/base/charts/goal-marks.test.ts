import { describe, expect, it } from 'vitest';
import { shiftOfDay, sideOfDay, sideOfLevel, type Drawn } from './goal-places.ts';
import type { LineChart } from './types.ts';

const look = { ink: 'teal', dash: 'solid', shape: 'circle' } as const;

/** A plan that rises to 600 and a fact behind it that stops today at 440, on an axis of five years. */
const chart: LineChart = {
	kind: 'line',
	x: { kind: 'day', label: '', min: '2019-01-01', max: '2024-01-01' },
	y: { label: 'locaties', format: 'number' },
	series: [
		{
			...{ key: 'plan', label: 'Planning', look },
			points: [
				{ x: '2019-07-01', y: 15 },
				{ x: '2021-07-01', y: 290 },
				{ x: '2021-12-31', y: 480 },
				{ x: '2022-12-31', y: 600 }
			]
		},
		{
			...{ key: 'fact', label: 'Open', look },
			points: [
				{ x: '2019-07-01', y: 15 },
				{ x: '2021-07-01', y: 200 },
				{ x: '2021-12-31', y: 440 },
				{ x: '2022-12-31', y: null }
			]
		}
	]
};

describe('the text along the day of a target', () => {
	it('stands above the lines while they are low, and below them when they are high', () => {
		expect(sideOfDay(chart, '2021-07-01')).toBe('start');
		expect(sideOfDay(chart, '2021-12-31')).toBe('end');
		expect(sideOfDay(chart, '2022-12-31')).toBe('end');
	});

	it('stands at the foot where no line has begun', () => {
		expect(sideOfDay(chart, '2019-01-01')).toBe('end');
	});
});

describe('the text of a level to reach', () => {
	it('stands below a level that the lines have passed, and above one that they have not', () => {
		expect(sideOfLevel(chart, { to: '2021-07-01', value: 60 }).below).toBe(true);
		expect(sideOfLevel(chart, { to: '2021-12-31', value: 500 }).below).toBe(false);
		// Between a plan that has passed it and a fact that has not, above is where the fact is not.
		expect(sideOfLevel(chart, { to: '2021-12-31', value: 450 }).below).toBe(false);
	});

	it('stands right of its mark, unless the axis ends there', () => {
		expect(sideOfLevel(chart, { to: '2022-12-31', value: 400 }).right).toBe(true);
		expect(sideOfLevel(chart, { to: '2023-12-31', value: 400 }).right).toBe(false);
		expect(sideOfLevel(chart, { to: '2020-12-31', value: 60 }).early).toBe(true);
		expect(sideOfLevel(chart, { to: '2022-12-31', value: 400 }).early).toBe(false);
	});
});

describe('the text along the day of a target, drawn', () => {
	/** Five pixels a week from 2019 on, and one pixel a location. */
	const drawn: Drawn = {
		width: 1_300,
		chartArea: { top: 0, bottom: 700 },
		scales: {
			x: { getPixelForValue: (ms: number) => (ms - Date.parse('2019-01-01T00:00')) / 120_960_000 },
			y: { getPixelForValue: (value: number) => 700 - value }
		}
	};
	const goal = { to: '2021-07-01', label: 'doel van 1 jul 2019' };
	const shiftWith = (more: Partial<LineChart>) => shiftOfDay({ ...chart, ...more }, goal, drawn);

	it('stands at the end of its line where nothing is in its way', () => {
		expect(shiftWith({})).toBe(0);
		expect(shiftWith({ moments: [{ on: '2020-01-01', sign: '1' }] })).toBe(0);
	});

	it('is moved down, past the signs of moments beside it', () => {
		const moments = ['2021-06-09', '2021-06-24'].map((on, i) => ({ on, sign: `${i}` }));
		expect(shiftWith({ moments })).toBeGreaterThan(36);
	});

	it('is moved up, past the text of a level that reaches as far as it', () => {
		const late = { to: '2021-12-31', label: 'doel van 29 jun 2020' };
		const level = { from: '2020-06-29', to: '2021-10-31', value: 20, label: 'doel: 20 gehaald' };
		const goals = [level, { ...late, from: '2020-06-29', value: null }];
		expect(shiftOfDay({ ...chart, goals: goals.slice(1) }, late, drawn)).toBe(0);
		expect(shiftOfDay({ ...chart, goals }, late, drawn)).toBeLessThan(-17);
	});
});
