import { execFile, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { access, constants } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';

/**
 * The headless shell is the same engine without the windows of a browser: the journeys take little more
 * than half the time in it (docs/decisions/0038).
 */
const SHELL_NAMES = ['chromium-headless-shell', 'chrome-headless-shell'];
const CHROMIUM_NAMES = [
	...SHELL_NAMES,
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'chrome'
];
const FIREFOX_NAMES = ['firefox', 'firefox-esr'];

/** Beside these Playwright itself turns the sandbox off, which Chromium refuses to use as root. */
export const browserArguments = [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run'
];

const run = promisify(execFile);

/** True when the program is there and its libraries are too. */
async function works(path: string, ...options: string[]): Promise<boolean> {
	try {
		await access(path, constants.X_OK);
		await run(path, ['--version', ...options], { timeout: 20_000 });
		return true;
	} catch {
		return false;
	}
}

const chromiumWorks = (path: string) => works(path, '--no-sandbox');
const firefoxWorks = (path: string) => works(path);

async function findOnPath(
	names: readonly string[],
	doesWork: (path: string) => Promise<boolean>
): Promise<string | undefined> {
	const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/snap/bin');
	for (const name of names) {
		for (const folder of folders) {
			const path = join(folder, name);
			if (await doesWork(path)) return path;
		}
	}
	return undefined;
}

/** Runs an installer and lets it print; true when it succeeded. Never asks a question. */
function install(program: string, args: string[], patienceMs: number): Promise<boolean> {
	console.log(`Installing a browser for the tests: ${[program, ...args].join(' ')}`);
	return new Promise((resolve) => {
		const child = spawn(program, args, {
			stdio: ['ignore', 'inherit', 'inherit'],
			timeout: patienceMs,
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
		});
		child.once('error', () => resolve(false));
		child.once('close', (code) => resolve(code === 0));
	});
}

/** Playwright's own headless shell, where it is installed and starts. */
async function findOwnShell(): Promise<string | undefined> {
	try {
		const server = await chromium.launchServer({ args: browserArguments });
		const path = server.process().spawnfile;
		await server.close();
		return path;
	} catch {
		return undefined;
	}
}

async function installByPlaywright(): Promise<string | undefined> {
	const cli = createRequire(import.meta.url).resolve('@playwright/test/package.json');
	const args = [join(dirname(cli), 'cli.js'), 'install', 'chromium', '--only-shell'];
	await install(process.execPath, args, 300_000);
	return findOwnShell();
}

/** Installs a package of Debian or Ubuntu. */
async function installBySystem(packageName: string): Promise<void> {
	const root = process.getuid?.() === 0;
	const asRoot = (...command: string[]) =>
		root
			? install(command[0] ?? '', command.slice(1), 900_000)
			: install('sudo', ['-n', ...command], 900_000);
	await asRoot('apt-get', 'update', '-q');
	await asRoot('apt-get', 'install', '-y', '-q', '--no-install-recommends', packageName);
}

/**
 * The path of a Chromium that works: CHROMIUM_PATH, a headless shell (Playwright's own or the system's),
 * another Chromium, or else a headless shell that is installed now, by Playwright or by the system's
 * package manager. Throws one clear sentence.
 */
export async function findBrowser(): Promise<string> {
	const given = process.env.CHROMIUM_PATH;
	if (given) {
		if (await chromiumWorks(given)) return given;
		throw new Error(`CHROMIUM_PATH=${given} is no browser that works on this machine.`);
	}
	const find = () => findOnPath(CHROMIUM_NAMES, chromiumWorks);
	const found = (await findOwnShell()) ?? (await find()) ?? (await installByPlaywright());
	if (found) return found;
	for (const name of ['chromium-headless-shell', 'chromium']) {
		await installBySystem(name);
		const installed = await find();
		if (installed) return installed;
	}
	throw new Error(
		'The browser tests need Chromium, and it could not be installed: ' +
			'install the package chromium, or set CHROMIUM_PATH to the program.'
	);
}

/**
 * The path of a Firefox that works: FIREFOX_PATH, the system's, or one that is installed now by the
 * system's package manager. Not Playwright's own, which is a changed Firefox that nobody surfs with.
 */
export async function findFirefox(): Promise<string> {
	const given = process.env.FIREFOX_PATH;
	if (given) {
		if (await firefoxWorks(given)) return given;
		throw new Error(`FIREFOX_PATH=${given} is no browser that works on this machine.`);
	}
	const find = () => findOnPath(FIREFOX_NAMES, firefoxWorks);
	const found = await find();
	if (found) return found;
	await installBySystem('firefox-esr');
	const installed = await find();
	if (installed) return installed;
	throw new Error(
		'The journeys in Firefox need it, and it could not be installed: ' +
			'install the package firefox-esr, or set FIREFOX_PATH to the program.'
	);
}
