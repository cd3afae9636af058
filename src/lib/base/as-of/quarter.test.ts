import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#lib/base/day/day.ts';
import { endedQuarters, hasEnded, nextQuarter, parseQuarter, quarterOf } from './quarter.ts';

describe('a quarter', () => {
	it.each([
		['2020-k1', '2020-01-01', '2020-03-31'],
		['2020-k2', '2020-04-01', '2020-06-30'],
		['2021-k3', '2021-07-01', '2021-09-30'],
		['2019-K4', '2019-10-01', '2019-12-31']
	])('%s runs from %s up to and including %s', (code, start, end) => {
		expect(parseQuarter(code)).toMatchObject({ code: code.toLowerCase(), start, end });
	});

	it.each(['2020-k5', '2020-k0', '2020-q2', '20-k2', '2020-k2x', ''])('%s is none', (code) => {
		expect(parseQuarter(code)).toBeUndefined();
	});

	it('holds every day of it, and the next begins the day after', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4000 }), (count) => {
				const day = addDays('2019-01-01', count);
				const one = quarterOf(day);
				expect(one.start <= day && day <= one.end).toBe(true);
				expect(parseQuarter(one.code)).toEqual(one);
				expect(nextQuarter(one).start).toBe(addDays(one.end, 1));
			})
		);
	});
});

describe('which quarter can be frozen', () => {
	it('one whose last day has passed', () => {
		const quarter = quarterOf('2021-12-31');
		expect(hasEnded(quarter, '2021-12-31')).toBe(false);
		expect(hasEnded(quarter, '2022-01-01')).toBe(true);
	});

	it('all of the programme that are over, the last one first', () => {
		const codes = endedQuarters('2019-10-01').map(({ code }) => code);
		expect(codes).toEqual(['2019-k3', '2019-k2', '2019-k1']);
		expect(endedQuarters('2019-03-31')).toEqual([]);
	});
});
