import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#lib/base/day/day.ts';
import { TIMELINE_WIDTH, timelineRange, timelineTicks, timelineX } from './timeline-scale.ts';

const line = (days: { firstPlanOn?: string; planOn?: string; statusOn?: string }) => ({
	firstPlanOn: null,
	planOn: null,
	forecastOn: null,
	statusOn: null,
	...days
});

it('shows whole months around everything that is planned or done, and the day looked at', () => {
	const lines = [line({ firstPlanOn: '2019-07-15', statusOn: '2020-03-02' }), line({})];
	expect(timelineRange(lines, '2020-06-30')).toEqual({ from: '2019-07-01', to: '2020-07-01' });
});

it('shows about half a year when there is only one day to show', () => {
	expect(timelineRange([], '2021-01-31')).toEqual({ from: '2021-01-01', to: '2021-07-01' });
});

it('marks quarters in a short range and years in a long one', () => {
	expect(timelineTicks({ from: '2019-02-01', to: '2020-02-01' })).toEqual([
		'2019-04-01',
		'2019-07-01',
		'2019-10-01',
		'2020-01-01'
	]);
	expect(timelineTicks({ from: '2019-02-01', to: '2022-02-01' })).toEqual([
		'2020-01-01',
		'2021-01-01',
		'2022-01-01'
	]);
});

it('never draws outside the line, and keeps the order of the days', () => {
	const days = fc.integer({ min: 0, max: 2000 }).map((count) => addDays('2018-01-01', count));
	fc.assert(
		fc.property(days, days, days, (shown, a, b) => {
			const range = timelineRange([line({ firstPlanOn: shown })], '2020-06-30');
			const [x1, x2] = [timelineX(range, a), timelineX(range, b)];
			expect(Math.min(x1, x2)).toBeGreaterThanOrEqual(0);
			expect(Math.max(x1, x2)).toBeLessThanOrEqual(TIMELINE_WIDTH);
			if (a <= b) expect(x1).toBeLessThanOrEqual(x2);
		})
	);
});
