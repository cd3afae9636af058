import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findBrowser } from '#tests/browser.ts';
import { NOTHING, readReport, tallyOf, type Tally } from './tally.ts';

/** Where the reports of one run and its throw-away data go. */
export interface Workspace {
	folder: string;
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

/** Runs a script with our own node and lets it print; gives its exit code, 1 when it was killed. */
function runNode(args: string[], env: Record<string, string> = {}): Promise<number> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, args, {
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, ...env }
		});
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
			const code = await runNode(args, env?.(workspace));
			return code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
		}
	};
}

function vitest(name: string, projects: string[]): Step {
	return {
		name,
		run: async ({ folder }) => {
			const report = join(folder, `${projects.join('-')}.json`);
			const code = await runNode([
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
		run: async ({ folder }) => {
			const report = join(folder, 'playwright.json');
			const code = await runNode(
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

/** Everything that continuous integration runs, in order. */
export const allSteps: Step[] = [
	check('Generated sources', ['tests/generate-sources.ts']),
	check('Formatting (Prettier)', [script('prettier', 'bin/prettier.cjs'), '--check', '.']),
	check('Linting (ESLint)', [script('eslint', 'bin/eslint.js'), '.']),
	check('Types (svelte-check)', [
		script('svelte-check', 'bin/svelte-check'),
		'--tsconfig',
		'./tsconfig.json',
		'--fail-on-warnings'
	]),
	check('Database types are fresh', ['db/generate-types.ts', '--check'], ({ folder }) => ({
		DATA_DIR: join(folder, 'types-data')
	})),
	vitest('Unit and database tests (Vitest)', ['unit', 'database']),
	build,
	vitest('Process tests (Vitest)', ['process']),
	journeys()
];
