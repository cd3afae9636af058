import { describe, expect, it } from 'vitest';
import { notableDays } from './notable-days.ts';
import { countOnDays, neighbours, playSteps, stepAt } from './time-steps.ts';

const steps = ['2019-01-01', '2019-07-01', '2019-09-01', '2020-03-16'].map((day, index) => ({
	day,
	open: index,
	total: 144
}));

describe('the steps of the time slider', () => {
	it('count everything that changed up to and including their day', () => {
		const changes = [
			{ day: '2019-07-01', change: 15 },
			{ day: '2019-12-01', change: -1 },
			{ day: '2020-03-16', change: 2 },
			{ day: 'infinity', change: -16 }
		];
		const days = ['2019-01-01', '2019-07-01', '2020-03-15', '2020-03-16', '2021-01-01'];
		expect(countOnDays(days, changes)).toEqual([0, 15, 14, 16, 16]);
	});

	it('a day stands at the last change before it', () => {
		expect(stepAt(steps, '2019-03-31')).toBe(0);
		expect(stepAt(steps, '2019-08-31')).toBe(1);
		expect(stepAt(steps, '2019-09-01')).toBe(2);
		expect(stepAt(steps, '2025-01-01')).toBe(3);
		expect(stepAt(steps, '2019-01-01')).toBe(0);
		expect(stepAt([], '2019-01-01')).toBe(-1);
	});

	it('previous and next are real changes, never the day itself nor the first day there is', () => {
		expect(neighbours(steps, '2019-07-01')).toEqual({ before: null, after: '2019-09-01' });
		expect(neighbours(steps, '2019-09-01')).toEqual({ before: '2019-07-01', after: '2020-03-16' });
		expect(neighbours(steps, '2019-01-01')).toEqual({ before: null, after: '2019-07-01' });
		expect(neighbours(steps, '2022-01-31')).toEqual({ before: '2020-03-16', after: null });
	});

	it('playing starts after where it is, skips evenly, and ends at the end', () => {
		expect(playSteps(5, 1, 10)).toEqual([2, 3, 4]);
		expect(playSteps(100, 0, 10)).toHaveLength(10);
		expect(playSteps(100, 0, 10).at(-1)).toBe(99);
		expect(playSteps(5, 4, 10)).toEqual([0, 1, 2, 3, 4]);
		expect(playSteps(0, 0, 10)).toEqual([]);
	});
});

describe('the notable days', () => {
	it('are in order, with the year-ends that have passed, and end at today', () => {
		expect(notableDays('2022-01-31').map(({ day }) => day)).toEqual([
			'2019-07-01',
			'2019-12-31',
			'2020-12-31',
			'2021-06-24',
			'2021-12-31',
			'2022-01-31'
		]);
	});

	it('do not lie in the future', () => {
		expect(notableDays('2020-02-01').map(({ kind }) => kind)).toEqual([
			'start',
			'year_end',
			'today'
		]);
	});
});
