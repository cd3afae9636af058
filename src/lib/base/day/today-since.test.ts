import { describe, expect, it } from 'vitest';
import { todaySince } from './today-since.ts';

const MADE = new Date('2022-01-31T20:00:00Z');

describe('today in a tab that was left open', () => {
	it.each([
		['a minute later', '2022-01-31T20:01:00Z', '2022-01-31'],
		['a minute before midnight in Amsterdam', '2022-01-31T22:59:00Z', '2022-01-31'],
		['just after it', '2022-01-31T23:00:00Z', '2022-02-01'],
		['the next week', '2022-02-07T08:00:00Z', '2022-02-07'],
		['on a clock that was set back', '2022-01-30T08:00:00Z', '2022-01-31']
	])('is, %s, %s: %s', (_when, now, today) => {
		expect(todaySince('2022-01-31', MADE, new Date(now))).toBe(today);
	});

	it('moves along with the today of a demonstration', () => {
		expect(todaySince('2021-07-01', MADE, new Date('2022-02-01T08:00:00Z'))).toBe('2021-07-02');
	});
});
