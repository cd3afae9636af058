import type { Kysely } from 'kysely';
import { readEnv } from '#lib/server/platform/env/env.ts';
import { onShutdown } from '#lib/server/platform/process/shutdown.ts';
import { connect } from './connect.ts';
import type { DB } from './schema.ts';

let db: Kysely<DB> | undefined;

/** A statement is ended by the server after this time, and given up by us when even that fails. */
const STATEMENT_MS = 8_000;
const ANSWER_MS = 10_000;

/**
 * The app's one database handle, as the role that cannot change the ledger. Opened at the first call
 * (so that building the pages needs no database) and closed when the process shuts down.
 */
export function getDb(): Kysely<DB> {
	if (db) return db;
	const { DATABASE_URL, DATABASE_POOL_SIZE } = readEnv();
	if (!DATABASE_URL) throw new Error('no database: start the app with npm start or npm run dev');
	const reservedSize = Math.max(1, Math.floor(DATABASE_POOL_SIZE * 0.4));
	const opened = connect(DATABASE_URL, {
		poolSize: Math.max(1, DATABASE_POOL_SIZE - reservedSize),
		reservedSize,
		applicationName: 'ido app',
		statementTimeoutMs: STATEMENT_MS,
		answerTimeoutMs: ANSWER_MS
	});
	onShutdown(() => {
		db = undefined;
		return opened.destroy();
	});
	db = opened;
	return db;
}
