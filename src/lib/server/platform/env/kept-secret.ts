import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.ts';

async function readIfThere(file: string): Promise<string | undefined> {
	try {
		return (await readFile(file, 'utf8')).trim();
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw error;
	}
}

const randomHex = () => randomBytes(32).toString('hex');

/**
 * The secret kept in this file (mode 0600): made at the first call, 256 bits in hexadecimal unless
 * said otherwise, and the same ever after. Processes that make it at the same moment agree on one.
 */
export async function keptSecret(file: string, make: () => string = randomHex): Promise<string> {
	const kept = await readIfThere(file);
	if (kept) return kept;
	await makeFolder(dirname(file));
	const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
	await writeFile(draft, make() + '\n', { mode: 0o600, flush: true });
	try {
		// A link, unlike a rename, fails when another process was first.
		await link(draft, file);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
	} finally {
		await rm(draft, { force: true });
	}
	const made = await readIfThere(file);
	if (!made) throw new Error(`the file ${file} is empty; remove it and start again`);
	return made;
}
