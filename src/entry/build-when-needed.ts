import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartProblem, step } from './progress.ts';

/** The folder of package.json. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

const INPUTS = [
	'src',
	'messages',
	'static',
	'project.inlang/settings.json',
	'svelte.config.js',
	'vite.config.ts',
	'paraglide.config.ts',
	'tsconfig.json',
	'package.json',
	'package-lock.json'
];

const STAMP = join(PROJECT, 'build', 'inputs.sha256');

/** What does not end up in the build: made by it, run beside it, or only tests. */
function isInput(path: string): boolean {
	return !/^src\/(lib\/paraglide|entry)\/|\.test\.ts$/.test(path);
}

async function listFiles(path: string): Promise<string[]> {
	const found = await stat(path).catch(() => undefined);
	if (!found) return [];
	if (!found.isDirectory()) return [path];
	const entries = await readdir(path, { withFileTypes: true, recursive: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

/** One hash over the paths and contents of everything that the build is made of. */
export async function hashInputs(project = PROJECT): Promise<string> {
	const listed = await Promise.all(INPUTS.map((input) => listFiles(join(project, input))));
	const paths = listed
		.flat()
		.map((path) => relative(project, path))
		.filter(isInput)
		.sort();
	const hash = createHash('sha256');
	for (const path of paths) {
		const content = createHash('sha256').update(await readFile(join(project, path)));
		hash.update(`${path}\0${content.digest('hex')}\n`);
	}
	return hash.digest('hex');
}

function viteProgram(): string | undefined {
	try {
		const entry = createRequire(import.meta.url).resolve('vite/package.json');
		return join(dirname(entry), 'bin', 'vite.js');
	} catch {
		return undefined;
	}
}

function runBuild(vite: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
			cwd: PROJECT,
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, NODE_ENV: 'production' }
		});
		const endWithUs = () => child.kill();
		process.once('exit', endWithUs);
		child.once('close', () => process.off('exit', endWithUs));
		const output: Buffer[] = [];
		child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
		child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
		child.once('error', reject);
		child.once('close', (code) => {
			if (code === 0) return resolve();
			const said = Buffer.concat(output).toString().trim();
			reject(new StartProblem(`Building the pages failed:\n${said}`));
		});
	});
}

/**
 * Builds the pages when their sources changed since the last build. An installation without the
 * build tools serves the build that it has.
 */
export async function buildWhenNeeded(): Promise<void> {
	const built = await stat(join(PROJECT, 'build', 'handler.js')).catch(() => undefined);
	const vite = viteProgram();
	if (!vite) {
		if (built) return;
		throw new StartProblem('There is no build, and the build tools are missing: run npm ci first.');
	}
	const wanted = await hashInputs();
	const kept = await readFile(STAMP, 'utf8').catch(() => '');
	if (built && kept.trim() === wanted) return;
	await step('Building the pages', () => runBuild(vite));
	await writeFile(STAMP, `${wanted}\n`);
}

/** Remembers what the build that was just made was made of, so that a start does not make it again. */
async function stampBuild(): Promise<void> {
	await writeFile(STAMP, `${await hashInputs()}\n`);
}

if (import.meta.main) await (process.argv.includes('--stamp') ? stampBuild() : buildWhenNeeded());
