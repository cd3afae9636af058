import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

/** A test that failed, and the first lines of what it said. */
export interface Failure {
	name: string;
	message: string;
}

const LINES_TOLD = 6;

function failure(name: string, messages: readonly (string | undefined)[]): Failure {
	const text = stripVTControlCharacters(messages.join('\n')).trim();
	return { name, message: text.split('\n').slice(0, LINES_TOLD).join('\n') };
}

const vitestReport = z
	.object({
		testResults: z.array(
			z.object({
				name: z.string(),
				status: z.string(),
				message: z.string(),
				assertionResults: z.array(
					z.object({
						fullName: z.string(),
						status: z.string(),
						failureMessages: z.array(z.string()).nullish()
					})
				)
			})
		)
	})
	.transform(({ testResults }) =>
		testResults.flatMap((file) => {
			const failed = file.assertionResults.filter(({ status }) => status === 'failed');
			// A file that could not be read, or whose preparation failed, has no test to name.
			if (failed.length === 0 && file.status === 'failed')
				return [failure(file.name, [file.message])];
			return failed.map((test) =>
				failure(`${file.name}: ${test.fullName}`, test.failureMessages ?? [])
			);
		})
	);

const playwrightSpec = z.object({
	title: z.string(),
	file: z.string(),
	line: z.number(),
	ok: z.boolean(),
	tests: z.array(
		z.object({
			projectName: z.string(),
			results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() }))
		})
	)
});

interface Suite {
	specs: z.infer<typeof playwrightSpec>[];
	suites?: Suite[] | undefined;
}

const playwrightSuite: z.ZodType<Suite> = z.lazy(() =>
	z.object({ specs: z.array(playwrightSpec), suites: z.array(playwrightSuite).optional() })
);

function suiteFailures(suite: Suite): Failure[] {
	const own = suite.specs
		.filter(({ ok }) => !ok)
		.map(({ title, file, line, tests }) =>
			failure(
				`${tests.map(({ projectName }) => `[${projectName}]`).join('')} ${file}:${String(line)}: ${title}`,
				tests.flatMap(({ results }) => results.map(({ error }) => error?.message))
			)
		);
	return [...own, ...(suite.suites ?? []).flatMap(suiteFailures)];
}

const playwrightReport = z
	.object({
		suites: z.array(playwrightSuite),
		errors: z.array(z.object({ message: z.string().optional() })).default([])
	})
	.transform(({ suites, errors }) => [
		...suites.flatMap(suiteFailures),
		...errors.map(({ message }) => failure('Playwright', [message]))
	]);

const reports = { vitest: vitestReport, playwright: playwrightReport };

/**
 * Which tests of a runner's report failed. Empty for a report that cannot be read: then the tally
 * counts the failure, and there is nothing to name.
 */
export function failuresOf(runner: keyof typeof reports, report: unknown): Failure[] {
	const read = reports[runner].safeParse(report);
	return read.success ? read.data : [];
}

/** The failures as the end of a run tells them: who reads only the end knows what to repair. */
export function failureLines(failures: readonly Failure[]): string {
	return failures
		.map(({ name, message }) => `✗ ${name}\n${message.replaceAll(/^/gm, '    ')}`)
		.join('\n');
}
