import pg from 'pg';
import { connect } from '#lib/server/platform/db/connect.ts';
import type { Finding } from '#lib/server/publish/edition/verify.ts';
import { OWNER_ROLE } from '../embedded/login-roles.ts';
import type { EmbeddedDatabase } from '../embedded.ts';
import { checkRestored } from './check-restored.ts';
import type { Exchange } from './exchange.ts';
import { fillDatabase, migrateAsBackup } from './fill-database.ts';
import type { Manifest } from './manifest.ts';

/** Where a backup is put back before it takes the place of the database. */
export const RESTORED = 'ido_restored';

/** The address of another database on the same server. */
export function toDatabase(url: string, name: string): string {
	const other = new URL(url);
	other.pathname = name;
	return other.href;
}

/** Calls `use` with a session, and ends it. */
export async function withClient<T>(
	url: string,
	use: (client: pg.Client) => Promise<T>
): Promise<T> {
	const client = new pg.Client({ connectionString: url, application_name: 'ido backup' });
	client.on('error', () => undefined);
	await client.connect();
	try {
		return await use(client);
	} finally {
		await client.end();
	}
}

export async function dropDatabase(admin: pg.Client, name: string): Promise<void> {
	await admin.query(`drop database if exists ${name} with (force)`);
}

/**
 * Puts a backup back into a database of its own, beside the one that is used, and checks it. The
 * caller gives it its place, or drops it.
 */
export async function restoreBeside(
	admin: pg.Client,
	server: EmbeddedDatabase,
	exchange: Exchange,
	{ folder, manifest }: { folder: string; manifest: Manifest }
): Promise<Finding[]> {
	await dropDatabase(admin, RESTORED);
	await admin.query(`create database ${RESTORED} owner ${OWNER_ROLE}`);
	const ownerDb = connect(toDatabase(server.ownerUrl, RESTORED), { poolSize: 2 });
	try {
		await migrateAsBackup(ownerDb, manifest);
		return await withClient(toDatabase(server.adminUrl, RESTORED), async (client) => {
			await fillDatabase(client, exchange, folder, manifest);
			return await checkRestored(client, ownerDb, exchange, manifest);
		});
	} finally {
		await ownerDb.destroy();
	}
}
