import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findBrowser } from '#tests/browser.ts';
import { NOTHING, readReport, tallyOf, type Tally } from './tally.ts';

/** Where the reports of one run and its throw-away data go, and what its programs print. */
export interface Workspace {
	folder: string;
	print(text: string): void;
}

export interface Step {
	name: string;
	run(workspace: Workspace): Promise<Tally>;
}

const resolvePackage = createRequire(import.meta.url);

/** The script of a package, for node to run. */
function script(name: string, path: string): string {
	return join(dirname(resolvePackage.resolve(`${name}/package.json`)), path);
}

/** Runs a script with our own node; gives its exit code, 1 when it was killed. */
function runNode(
	print: Workspace['print'],
	args: string[],
	env: Record<string, string> = {}
): Promise<number> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, args, {
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, ...env }
		});
		for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', print);
		child.once('error', reject);
		child.once('close', (code) => resolve(code ?? 1));
	});
}

/** A check that passes or fails as a whole. */
function check(
	name: string,
	args: string[],
	env?: (workspace: Workspace) => Record<string, string>
): Step {
	return {
		name,
		run: async (workspace) => {
			const code = await runNode(workspace.print, args, env?.(workspace));
			return code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
		}
	};
}

function vitest(name: string, projects: string[]): Step {
	return {
		name,
		run: async ({ folder, print }) => {
			const report = join(folder, `${projects.join('-')}.json`);
			const code = await runNode(print, [
				script('vitest', 'vitest.mjs'),
				'run',
				...projects.flatMap((project) => ['--project', project]),
				'--reporter=default',
				'--reporter=json',
				`--outputFile.json=${report}`
			]);
			return tallyOf('vitest', await readReport(report), code);
		}
	};
}

/** The journeys in a browser; `filters` are Playwright's own arguments, such as a file name. */
export function journeys(filters: string[] = []): Step {
	return {
		name: 'Journeys in a browser (Playwright)',
		run: async ({ folder, print }) => {
			const report = join(folder, 'playwright.json');
			const code = await runNode(
				print,
				[script('@playwright/test', 'cli.js'), 'test', '--reporter=list,json', ...filters],
				{
					CHROMIUM_PATH: await findBrowser(),
					PLAYWRIGHT_JSON_OUTPUT_FILE: report,
					E2E_FOLDER: join(folder, 'e2e')
				}
			);
			return tallyOf('playwright', await readReport(report), code);
		}
	};
}

export const build = check('Build', ['src/entry/build-when-needed.ts']);

/** Steps that run one after another. */
export type Lane = readonly Step[];

const checks: Lane = [
	check('Formatting (Prettier)', [script('prettier', 'bin/prettier.cjs'), '--check', '.']),
	// Without the switch each component is checked in a program of its own: three times the work for the
	// same answers (docs/decisions/0081).
	check('Linting (ESLint)', [script('eslint', 'bin/eslint.js'), '.'], () => ({
		SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK: '1'
	})),
	check('Types (svelte-check)', [
		script('svelte-check', 'bin/svelte-check'),
		'--tsconfig',
		'./tsconfig.json',
		'--fail-on-warnings'
	]),
	check('Database types are fresh', ['db/generate-types.ts', '--check'], ({ folder }) => ({
		DATA_DIR: join(folder, 'types-data')
	}))
];

/**
 * Everything that continuous integration runs: group after group, the lanes of a group beside each
 * other. Database tests mostly wait for PostgreSQL, which leaves a processor for the checks.
 */
export const allSteps: readonly (readonly Lane[])[] = [
	[[check('Generated sources', ['tests/generate-sources.ts'])]],
	[[vitest('Unit and database tests (Vitest)', ['unit', 'database'])], checks],
	[[build, vitest('Process tests (Vitest)', ['process'])]],
	[[journeys()]]
];
