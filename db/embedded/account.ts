import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

/** The operating system account that PostgreSQL runs as; undefined when it is our own. */
export interface Account {
	uid: number;
	gid: number;
}

const run = promisify(execFile);

function isRoot(): boolean {
	return process.getuid?.() === 0;
}

/** The accounts that may run PostgreSQL for root, best first, out of the text of /etc/passwd. */
export function pickAccount(passwd: string): Account | undefined {
	const lines = passwd.split('\n').map((line) => line.split(':'));
	for (const name of ['postgres', 'nobody']) {
		const [, , uid, gid] = lines.find(([user]) => user === name) ?? [];
		if (uid && gid && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
	}
	return undefined;
}

/**
 * PostgreSQL refuses to run as root. For root this is the owner of the existing data, else the
 * account postgres or nobody; throws when there is none.
 */
export async function databaseAccount(dataFolder: string): Promise<Account | undefined> {
	if (!isRoot()) return undefined;
	const owner = await stat(dataFolder).catch(() => undefined);
	if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
	const account = pickAccount(await readFile('/etc/passwd', 'utf8').catch(() => ''));
	if (account) return account;
	throw new Error(
		'PostgreSQL does not run as root, and this machine has no account postgres or nobody. ' +
			'Start as an ordinary user, or set DATABASE_URL.'
	);
}

/** True when the account may do this (a flag of test(1), such as -x or -w) with the path. */
export async function may(
	account: Account | undefined,
	flag: '-w' | '-x',
	path: string
): Promise<boolean> {
	try {
		await run('/bin/sh', ['-c', `test ${flag} "$1"`, 'sh', path], { ...account, cwd: '/' });
		return true;
	} catch {
		return false;
	}
}
