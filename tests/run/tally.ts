import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { failuresOf, type Failure } from './failures.ts';

/** How many tests of a runner passed, failed and were skipped; of the passed, how many only when repeated. */
export interface Tally {
	passed: number;
	failed: number;
	skipped: number;
	repeated: number;
	failures: readonly Failure[];
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, repeated: 0, failures: [] };

const vitestReport = z
	.object({
		success: z.boolean(),
		numPassedTests: z.number(),
		numFailedTests: z.number(),
		numPendingTests: z.number(),
		numTodoTests: z.number()
	})
	.transform((report) => ({
		passed: report.numPassedTests,
		failed: report.numFailedTests,
		skipped: report.numPendingTests + report.numTodoTests,
		repeated: 0
	}));

const playwrightReport = z
	.object({
		stats: z.object({
			expected: z.number(),
			unexpected: z.number(),
			flaky: z.number(),
			skipped: z.number()
		})
	})
	.transform(({ stats }) => ({
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected,
		skipped: stats.skipped,
		repeated: stats.flaky
	}));

const reports = { vitest: vitestReport, playwright: playwrightReport };

/**
 * What a runner's report and exit code come to. A runner that failed without a failed test (it
 * crashed, could not read a test file, wrote no report) or that ran nothing counts as one failure.
 */
export function tallyOf(runner: keyof typeof reports, report: unknown, exitCode: number): Tally {
	const read = reports[runner].safeParse(report);
	const failures = failuresOf(runner, report);
	const tally = read.success ? { ...read.data, failures } : NOTHING;
	const ranNothing = tally.passed + tally.failed === 0;
	if (tally.failed === 0 && (exitCode !== 0 || ranNothing)) return { ...tally, failed: 1 };
	return tally;
}

/** The JSON report that a runner wrote; undefined when there is none to be read. */
export async function readReport(file: string): Promise<unknown> {
	try {
		return JSON.parse(await readFile(file, 'utf8'));
	} catch {
		return undefined;
	}
}

/** Adds up; the last line of `npm test` is made of this. */
export function sumTallies(tallies: Tally[]): Tally {
	return tallies.reduce(
		(sum, one) => ({
			passed: sum.passed + one.passed,
			failed: sum.failed + one.failed,
			skipped: sum.skipped + one.skipped,
			repeated: sum.repeated + one.repeated,
			failures: [...sum.failures, ...one.failures]
		}),
		NOTHING
	);
}

/** `N passed, N failed`, and the skipped and repeated ones only when there are any. */
export function tallyLine({ passed, failed, skipped, repeated }: Tally): string {
	const line = [`${passed} passed`, `${failed} failed`];
	if (skipped > 0) line.push(`${skipped} skipped`);
	if (repeated > 0) line.push(`${repeated} of the passed only when repeated`);
	return line.join(', ');
}
