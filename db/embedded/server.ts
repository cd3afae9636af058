import { execFile } from 'node:child_process';
import { chown, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { diskFullSentence, saysDiskFull } from './disk-space.ts';
import { disownPostmasterFile, processState, readPostmasterFile } from './postmaster-file.ts';
import { serverSettings } from './server-settings.ts';
import { openSession, type Session } from './session.ts';

/** A cluster that can be started: its place, programs and superuser password. */
export interface Cluster {
	place: Place;
	binaries: Binaries;
	password: string;
	/** Settings of the server that differ from the usual ones. */
	settings?: Record<string, string>;
}

/** How long a server may keep silent, and how long it may say that it is busy (recovering). */
const PATIENCE_MS = 10_000;
const BUSY_PATIENCE_MS = 120_000;
const RETRY_MS = 100;

const run = promisify(execFile);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

/** Starts the server on this port; throws when it does not come up. */
async function launch({ place, binaries, settings }: Cluster, port: number): Promise<void> {
	const config = join(place.data, 'postgresql.conf');
	await writeFile(config, serverSettings(settings), { mode: 0o600 });
	if (place.account) await chown(config, place.account.uid, place.account.gid);
	const options = [
		'start',
		'-w',
		'-t',
		'60',
		'-D',
		place.data,
		'-l',
		place.log,
		'-o',
		`-p ${port}`
	];
	await run(binaries.pgCtl, options, { ...place.account, cwd: place.folder });
}

/**
 * One attempt: adopts the server that answers our password, or starts one. Undefined when it has to
 * be tried again: another process is just starting or stopping the server.
 */
async function attempt(
	cluster: Cluster,
	port: number | undefined
): Promise<Session | 'busy' | undefined> {
	const { data } = cluster.place;
	const file = await readPostmasterFile(data);
	if (file) {
		const running = file.port && (await openSession(cluster, file.port));
		if (running) return running;
		const state = await processState(file.pid, data);
		if (state === 'ours') return undefined;
		if (state === 'stranger') await disownPostmasterFile(data);
	}
	const chosen = port ?? (await freePort());
	await launch(cluster, chosen);
	return openSession(cluster, chosen);
}

async function lastLines(file: string): Promise<string> {
	const text = await readFile(file, 'utf8').catch(() => '');
	return text.trim().split('\n').slice(-5).join('\n');
}

/**
 * A session with the running server of this cluster, adopted or started (on `port` when given).
 * Tries for ten seconds (longer while the server says it is recovering), then throws a sentence that
 * says what to do.
 */
export async function ensureRunning(cluster: Cluster, port?: number): Promise<Session> {
	const began = Date.now();
	let deadline = began + PATIENCE_MS;
	let reason: unknown;
	do {
		try {
			const session = await attempt(cluster, port);
			if (session === 'busy') deadline = began + BUSY_PATIENCE_MS;
			else if (session) return session;
		} catch (error) {
			reason = error;
		}
		await pause(RETRY_MS);
	} while (Date.now() < deadline);
	const said = await lastLines(cluster.place.log);
	if (saysDiskFull(said)) {
		throw new Error(diskFullSentence(cluster.place.folder), { cause: reason });
	}
	const file = await readPostmasterFile(cluster.place.data);
	const holder = file && (await processState(file.pid, cluster.place.data)) === 'ours';
	const advice = holder
		? `Process ${file.pid} holds the data but does not answer: end it (kill -9 ${file.pid}) and start again.`
		: `Look in ${cluster.place.log}, or set DATABASE_URL to a PostgreSQL of your own.`;
	throw new Error(`The embedded PostgreSQL did not start. ${advice}\n${said}`, { cause: reason });
}

/** Stops the server in an orderly way; sessions that are still open end. */
export async function stopServer({ place, binaries }: Cluster): Promise<void> {
	const options = ['stop', '-w', '-t', '30', '-m', 'fast', '-D', place.data];
	await run(binaries.pgCtl, options, { ...place.account, cwd: place.folder });
}
