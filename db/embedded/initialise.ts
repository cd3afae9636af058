import { execFile } from 'node:child_process';
import { chown, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';

const run = promisify(execFile);

/** The superuser of the embedded cluster. */
export const SUPERUSER = 'postgres';

async function checkVersion(place: Place, major: string): Promise<void> {
	const found = (await readFile(join(place.data, 'PG_VERSION'), 'utf8')).trim();
	if (found === major) return;
	throw new Error(
		`The data in ${place.data} was made by PostgreSQL ${found}; this version brings ${major}. ` +
			'Dump it with the previous version of this product and restore it, or move the folder away.'
	);
}

/**
 * Makes the data folder when there is none: UTF8, C.UTF-8, passwords by scram. It is made beside its
 * place and then renamed, so a half-made folder is never taken for a whole one.
 */
export async function initialise(
	place: Place,
	binaries: Binaries,
	password: string
): Promise<void> {
	if (await stat(join(place.data, 'PG_VERSION')).catch(() => undefined)) {
		await checkVersion(place, binaries.major);
		return;
	}
	const draft = await mkdtemp(join(place.folder, 'new-'));
	const passwordFile = join(draft, 'password');
	const data = join(draft, 'data');
	try {
		await writeFile(passwordFile, password + '\n', { mode: 0o600 });
		await mkdir(data, { mode: 0o700 });
		if (place.account) {
			const { uid, gid } = place.account;
			for (const path of [draft, data, passwordFile]) await chown(path, uid, gid);
		}
		const options = [
			`--pgdata=${data}`,
			`--username=${SUPERUSER}`,
			`--pwfile=${passwordFile}`,
			'--auth=scram-sha-256',
			'--encoding=UTF8',
			// C.UTF-8 of PostgreSQL itself, so that no system locale is needed.
			'--locale=C',
			'--locale-provider=builtin',
			'--builtin-locale=C.UTF-8'
		];
		await run(binaries.initdb, options, { ...place.account, cwd: place.folder });
		// Refused when another process of ours was first: then its folder is used.
		await rename(data, place.data).catch(async (error: unknown) => {
			if (!(await stat(join(place.data, 'PG_VERSION')).catch(() => undefined))) throw error;
		});
	} finally {
		await rm(draft, { recursive: true, force: true });
	}
}
