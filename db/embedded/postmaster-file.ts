import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What the file postmaster.pid says: its layout is in PostgreSQL's src/include/utils/pidfile.h. */
export interface PostmasterFile {
	pid: number;
	port: number | undefined;
}

export type ProcessState = 'ours' | 'stranger' | 'gone';

/** A process number that no system hands out, so that a server sees the file as left behind. */
const NO_PROCESS = 2_000_000_000;

const run = promisify(execFile);

/** Reads a lock file; undefined when its first line is no process number. */
export function parsePostmasterFile(text: string): PostmasterFile | undefined {
	const lines = text.split('\n');
	const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
	if (!pid) return undefined;
	const port = Number.parseInt(lines[3] ?? '', 10);
	return { pid, port: port > 0 ? port : undefined };
}

/** The lock file of a data folder; undefined when there is none. */
export async function readPostmasterFile(data: string): Promise<PostmasterFile | undefined> {
	const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
	return parsePostmasterFile(text);
}

/** State letter and command line of a process, from /proc or else ps; undefined when it is gone. */
async function describeProcess(
	pid: number
): Promise<{ zombie: boolean; command: string } | undefined> {
	try {
		const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
		const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
		const state = stat.slice(stat.lastIndexOf(')') + 2)[0];
		return { zombie: state === 'Z' || state === 'X', command: command.replaceAll('\0', ' ') };
	} catch {
		if (process.platform === 'linux') return undefined;
	}
	try {
		const { stdout } = await run('ps', ['-o', 'stat=,command=', '-p', String(pid)]);
		return { zombie: stdout.trim().startsWith('Z'), command: stdout };
	} catch {
		return undefined;
	}
}

/** Whether this process is a PostgreSQL server of the data folder. A zombie counts as a stranger. */
export async function processState(pid: number, data: string): Promise<ProcessState> {
	const found = await describeProcess(pid);
	if (!found) return 'gone';
	if (found.zombie) return 'stranger';
	return found.command.includes('postgres') && found.command.includes(data) ? 'ours' : 'stranger';
}

/**
 * Makes the server see the lock file of a zombie or a stranger as left behind. The rest of the file
 * stays, because the server finds in it whether workers of a killed server still use the data.
 */
export async function disownPostmasterFile(data: string): Promise<void> {
	const file = join(data, 'postmaster.pid');
	const text = await readFile(file, 'utf8').catch(() => undefined);
	if (text === undefined) return;
	await writeFile(file, text.replace(/^.*/, String(NO_PROCESS)));
}
