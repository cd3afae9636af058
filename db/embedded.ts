import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { keptSecret } from '#lib/server/platform/env/kept-secret.ts';
import { findBinaries } from './embedded/binaries.ts';
import { diskFullSentence, freeBytes, LEAST_TO_START, watchDisk } from './embedded/disk-space.ts';
import { initialise, SUPERUSER } from './embedded/initialise.ts';
import {
	APP_LOGIN_ROLE,
	DATABASE,
	ensureLoginRoles,
	OWNER_ROLE,
	rolePassword
} from './embedded/login-roles.ts';
import { preparePlace } from './embedded/place.ts';
import { ensureRunning, stopServer, type Cluster } from './embedded/server.ts';
import { isLastUser, urlFor, type Session } from './embedded/session.ts';

export interface EmbeddedOptions {
	/** Settings of the server that differ from the usual ones, such as `{ fsync: 'off' }` in tests. */
	settings?: Record<string, string>;
	/** Told when the server was lost and started again, or could not be. */
	onTrouble?: (message: string) => void;
}

export interface EmbeddedDatabase {
	/** Connects as the owner of the schema, who migrates. */
	ownerUrl: string;
	/** Connects as the application, which cannot change the ledger. */
	appUrl: string;
	/** Connects as the superuser, for tests that make databases. */
	adminUrl: string;
	/** Gives up the server; stops it when no other process uses it. May be called again. */
	stop(): Promise<void>;
	/** Stops the server, also when others use it, and removes all data. For tests. */
	remove(): Promise<void>;
}

/**
 * The PostgreSQL that comes with the product, with its data in `dataDir`: made at the first call,
 * started when it does not run, else adopted, also after a kill -9. While this process uses it, a
 * server that disappears is started again on the same port.
 * Throws an error that says what to do when it cannot.
 */
export async function startEmbedded(
	dataDir: string,
	options: EmbeddedOptions = {}
): Promise<EmbeddedDatabase> {
	const place = await preparePlace(dataDir);
	await requireRoom(place.folder);
	const binaries = await findBinaries(place.account);
	const secret = await keptSecret(join(dataDir, 'database-secret'));
	const password = rolePassword(secret, SUPERUSER);
	await initialise(place, binaries, password);
	const cluster: Cluster = { place, binaries, password, settings: options.settings };

	let session = await ensureRunning(cluster);
	await ensureLoginRoles(session.client, secret);
	const { port } = session;
	let stopping: Promise<void> | undefined;
	let reviving: Promise<void> | undefined;

	const revive = async () => {
		while (!stopping) {
			try {
				session = await ensureRunning(cluster, port);
				watch(session);
				options.onTrouble?.('The embedded PostgreSQL had stopped and runs again.');
				return;
			} catch (error) {
				options.onTrouble?.(error instanceof Error ? error.message : String(error));
			}
		}
	};
	const watch = ({ client }: Session) => {
		client.once('end', () => {
			if (!stopping) reviving = revive();
		});
	};
	watch(session);

	const stopWatching = watchDisk(place.folder, (text) => options.onTrouble?.(text));
	const stop = async () => {
		stopWatching();
		await reviving;
		const last = await isLastUser(session).catch(() => false);
		if (last) await stopServer(cluster);
		await session.client.end().catch(() => undefined);
	};
	const urlOf = (role: string, database: string) =>
		urlFor(role, rolePassword(secret, role), port, database);
	return {
		ownerUrl: urlOf(OWNER_ROLE, DATABASE),
		appUrl: urlOf(APP_LOGIN_ROLE, DATABASE),
		adminUrl: urlOf(SUPERUSER, 'postgres'),
		stop: () => (stopping ??= stop()),
		remove: async () => {
			await (stopping ??= stop());
			await stopServer(cluster).catch(() => undefined);
			await rm(place.folder, { recursive: true, force: true });
			await rm(dataDir, { recursive: true, force: true });
		}
	};
}

async function requireRoom(folder: string): Promise<void> {
	const free = await freeBytes(folder);
	if (free !== undefined && free < LEAST_TO_START) throw new Error(diskFullSentence(folder));
}
