import { copyFile, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** What the product keeps beside the database: who signs sessions, and who signs editions. */
const SECRETS = ['secret', 'edition-key'];

async function readIfThere(path: string): Promise<string | undefined> {
	try {
		return await readFile(path, 'utf8');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw error;
	}
}

/** Puts the secrets of the data folder into a backup; those that come from settings are not there. */
export async function keepSecrets(dataDir: string, folder: string): Promise<void> {
	for (const name of SECRETS) {
		const there = await readIfThere(join(dataDir, name));
		if (there !== undefined) await copyFile(join(dataDir, name), join(folder, name));
	}
}

/** Puts the secrets of a backup back; another one that is there is kept beside it. */
export async function restoreSecrets(folder: string, dataDir: string): Promise<void> {
	for (const name of SECRETS) {
		const kept = await readIfThere(join(folder, name));
		const own = join(dataDir, name);
		const there = await readIfThere(own);
		if (kept === undefined || kept === there) continue;
		if (there !== undefined) await rename(own, `${own}.before-restore`);
		await copyFile(join(folder, name), own);
	}
}
