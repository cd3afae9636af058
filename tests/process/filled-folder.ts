import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { startApp } from './app-process.ts';
import { makeDataFolder, type DataFolder } from './data-folder.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** The data folder of a product that was started once, filled itself and was stopped. */
		filledData: string;
	}
}

/** Vitest's global setup: one first start for the whole run, which each file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const folder = await makeDataFolder();
	try {
		const app = await startApp({ dataDir: folder.path });
		await app.stop();
	} catch (error) {
		await folder.remove();
		throw error;
	}
	project.provide('filledData', folder.path);
	return () => folder.remove();
}

/**
 * A data folder of one test file, with the demo data in it: filling one takes most of a minute. The
 * caller removes it.
 */
export async function makeFilledDataFolder(): Promise<DataFolder> {
	const folder = await makeDataFolder();
	// With the owners of the files: root's server runs under another account.
	await promisify(execFile)('cp', ['-a', '--reflink=auto', inject('filledData'), folder.path]);
	// Where that account cannot reach the folder its data stand elsewhere, and were not copied.
	if (!existsSync(folder.serverData)) await (await startApp({ dataDir: folder.path })).stop();
	return folder;
}
