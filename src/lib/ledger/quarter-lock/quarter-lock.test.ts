import { describe, expect, it } from 'vitest';
import { isLocked, locksFor, type QuarterLock } from './quarter-lock.ts';

const third: QuarterLock = {
	...{ start: '2021-07-01', end: '2021-09-30' },
	exceptions: [{ userId: 'anna', until: '2021-11-15' }]
};

describe('a quarter that is locked for entry', () => {
	it.each([
		['2021-06-30', 'bert', '2021-11-01', false],
		['2021-07-01', 'bert', '2021-11-01', true],
		['2021-09-30', 'bert', '2021-11-01', true],
		['2021-10-01', 'bert', '2021-11-01', false],
		['2021-08-01', 'anna', '2021-11-15', false],
		['2021-08-01', 'anna', '2021-11-16', true]
	])('of %s, for %s on %s: %s', (day, user, today, locked) => {
		expect(isLocked(locksFor([third], user, today), day)).toBe(locked);
	});

	it('is one of several, and without any nothing is locked', () => {
		const fourth = { start: '2021-10-01', end: '2021-12-31', exceptions: [] };
		const both = locksFor([third, fourth], 'anna', '2021-11-01');
		expect([isLocked(both, '2021-12-31'), isLocked(both, '2021-08-01')]).toEqual([true, false]);
		expect(isLocked([], '2021-12-31')).toBe(false);
	});
});
