import { sql, type Kysely } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { whyUnavailable } from '#lib/server/platform/availability/unavailable.ts';

export interface Readiness {
	ready: boolean;
	database: 'reachable' | 'busy' | 'away';
	/** Whether something that is written is kept; tried each time. */
	writes: 'kept' | 'refused' | 'disk_full' | 'unknown';
	migrations: 'current' | 'behind' | 'unknown';
}

/** Names of the migrations that this build was made with, from the files of `db/migrations`. */
const MIGRATIONS = Object.keys(import.meta.glob('/db/migrations/*.ts')).map((path) =>
	path.slice(path.lastIndexOf('/') + 1, -'.ts'.length)
);

/** Whether the database answers, keeps a write, and has every migration of this build. Never throws. */
export async function checkReady(
	db: Kysely<DB>,
	wanted: readonly string[] = MIGRATIONS
): Promise<Readiness> {
	try {
		const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
		const done = new Set(rows.map(({ name }) => name));
		const current = wanted.every((name) => done.has(name));
		const writes = await tryWrite(db);
		return {
			ready: current && writes === 'kept',
			database: 'reachable',
			writes,
			migrations: current ? 'current' : 'behind'
		};
	} catch (error) {
		const database = whyUnavailable(error) === 'busy' ? 'busy' : 'away';
		return { ready: false, database, writes: 'unknown', migrations: 'unknown' };
	}
}

/**
 * Does all that a write needs, without a row that would have to be cleared away and without making
 * writers wait: takes room on the disk, and has a message kept in the log of the database.
 */
async function tryWrite(db: Kysely<DB>): Promise<Readiness['writes']> {
	try {
		return await db.transaction().execute(async (trx) => {
			// More than may stay in memory, so that it is sorted on the disk.
			await sql`set local work_mem = '64kB'`.execute(trx);
			await sql`select max(line) from (
				select repeat('x', 100) || n as line from generate_series(1, 2000) n order by 1 offset 0
			) lines`.execute(trx);
			const { rows } = await sql<{ readOnly: boolean; sentAt: string | null }>`
				select current_setting('transaction_read_only')::boolean as read_only,
					case when not pg_is_in_recovery() then pg_logical_emit_message(true, 'ido', 'ready') end as sent_at
			`.execute(trx);
			return rows[0]?.readOnly ? 'refused' : 'kept';
		});
	} catch (error) {
		const why = whyUnavailable(error);
		if (why === 'away' || why === 'busy') throw error;
		return why === 'disk_full' ? 'disk_full' : 'refused';
	}
}
