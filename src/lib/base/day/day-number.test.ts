import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, FOREVER } from './day.ts';
import { ALWAYS_NUMBER, FOREVER_NUMBER, toDay, toDayNumber, toDayOrNull } from './day-number.ts';

describe('a day as a number', () => {
	it('counts from 1 January 2000', () => {
		expect([toDayNumber('2000-01-01'), toDayNumber('1999-12-31')]).toEqual([0, -1]);
		expect(toDayNumber('2000-03-01')).toBe(60);
	});

	it('gives the same day back, one higher a day later', () => {
		fc.assert(
			fc.property(fc.integer({ min: -40_000, max: 100_000 }), (days) => {
				const day = addDays('2000-01-01', days);
				expect(toDay(toDayNumber(day))).toBe(day);
				expect(toDayNumber(addDays(day, 1))).toBe(toDayNumber(day) + 1);
			})
		);
	});

	it('puts no day and the open ends after and before every day', () => {
		expect([toDayNumber(null), toDayNumber(FOREVER)]).toEqual([FOREVER_NUMBER, FOREVER_NUMBER]);
		expect(toDayNumber('-infinity')).toBe(ALWAYS_NUMBER);
		expect([toDayOrNull(FOREVER_NUMBER), toDayOrNull(31)]).toEqual([null, '2000-02-01']);
	});
});
