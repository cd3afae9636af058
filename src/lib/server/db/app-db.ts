import type { Kysely } from 'kysely';
import { readEnv } from '#lib/server/env.ts';
import { onShutdown } from '#lib/server/shutdown.ts';
import { connect } from './connect.ts';
import type { DB } from './schema.ts';

let db: Kysely<DB> | undefined;

/**
 * The app's one database handle, as the role that cannot change the ledger. Opened at the first call
 * (so that building the pages needs no database) and closed when the process shuts down.
 */
export function getDb(): Kysely<DB> {
	if (db) return db;
	const { DATABASE_URL, DATABASE_POOL_SIZE } = readEnv();
	if (!DATABASE_URL) throw new Error('no database: start the app with npm start or npm run dev');
	const opened = connect(DATABASE_URL, {
		poolSize: DATABASE_POOL_SIZE,
		applicationName: 'ido app',
		statementTimeoutMs: 30_000
	});
	onShutdown(() => {
		db = undefined;
		return opened.destroy();
	});
	db = opened;
	return db;
}
