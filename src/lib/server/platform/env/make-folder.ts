import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const codeOf = (error: unknown) =>
	error instanceof Error && 'code' in error ? error.code : undefined;

/**
 * Makes the folder and what is missing above it; a folder that is there is left as it is. Node's own
 * `recursive` tries for ever where a folder refuses with "no such file", as /proc does: this one
 * tries each folder once, and throws what the system said.
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
	try {
		await mkdir(path, { mode });
	} catch (error) {
		if ((await stat(path).catch(() => undefined))?.isDirectory()) return;
		const parent = dirname(path);
		if (codeOf(error) !== 'ENOENT' || parent === path) throw error;
		const before = await stat(parent).catch(() => undefined);
		if (!before) await makeFolder(parent, mode);
		// Somebody else may have made the parent in between: once more, and then the error counts.
		await mkdir(path, { mode }).catch(async (again: unknown) => {
			if (!(await stat(path).catch(() => undefined))?.isDirectory()) throw again;
		});
	}
}
