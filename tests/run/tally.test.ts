import { describe, expect, it } from 'vitest';
import { sumTallies, tallyLine, tallyOf } from './tally.ts';

const vitestReport = {
	success: true,
	numPassedTests: 7,
	numFailedTests: 0,
	numPendingTests: 0,
	numTodoTests: 0
};

describe('what a runner comes to', () => {
	it('counts the tests of Vitest and of Playwright', () => {
		const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
		const tallies = [tallyOf('vitest', vitestReport, 0), tallyOf('playwright', { stats }, 1)];
		expect(tallyLine(sumTallies(tallies))).toBe(
			'11 passed, 1 failed, 2 skipped, 1 of the passed only when repeated'
		);
	});

	it('counts a crash as a failure, whatever passed before it', () => {
		expect(tallyLine(tallyOf('vitest', vitestReport, 1))).toBe('7 passed, 1 failed');
		expect(tallyLine(tallyOf('playwright', undefined, 1))).toBe('0 passed, 1 failed');
	});

	it('counts a runner that found no tests as a failure', () => {
		expect(tallyLine(tallyOf('vitest', { ...vitestReport, numPassedTests: 0 }, 0))).toBe(
			'0 passed, 1 failed'
		);
	});
});
