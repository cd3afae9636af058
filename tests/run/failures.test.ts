import { describe, expect, it } from 'vitest';
import { failureLines, failuresOf } from './failures.ts';

const passed = { fullName: 'a day passes', status: 'passed', failureMessages: [] };

describe('the failures that the end of a run names', () => {
	it('names a failed test of Vitest with its file and what it said, without colours', () => {
		const failed = {
			fullName: 'a day ends',
			status: 'failed',
			failureMessages: ['\u001b[31mexpected 2\u001b[39m to be 3\n  at day.test.ts']
		};
		const report = {
			testResults: [
				{ name: 'day.test.ts', status: 'failed', message: '', assertionResults: [passed, failed] }
			]
		};
		expect(failureLines(failuresOf('vitest', report))).toBe(
			'✗ day.test.ts: a day ends\n    expected 2 to be 3\n      at day.test.ts'
		);
	});

	it('names a file of Vitest that could not be read', () => {
		const file = { name: 'day.test.ts', status: 'failed', message: 'no such module' };
		const report = { testResults: [{ ...file, assertionResults: [] }] };
		expect(failuresOf('vitest', report)).toEqual([
			{ name: 'day.test.ts', message: 'no such module' }
		]);
	});

	it('names a failed journey with its project and line, also of a group within a group', () => {
		const spec = {
			title: 'the map opens',
			file: 'map.spec.ts',
			line: 7,
			ok: false,
			tests: [{ projectName: 'phone', results: [{ error: { message: 'no map' } }] }]
		};
		const report = { suites: [{ specs: [], suites: [{ specs: [spec, { ...spec, ok: true }] }] }] };
		expect(failuresOf('playwright', report)).toEqual([
			{ name: '[phone] map.spec.ts:7: the map opens', message: 'no map' }
		]);
	});

	it('names nothing for a runner that left no report', () => {
		expect(failuresOf('vitest', undefined)).toEqual([]);
	});
});
