import { sql, type Kysely } from 'kysely';
import type { DB } from '#lib/server/db/schema.ts';

export interface Readiness {
	ready: boolean;
	database: 'reachable' | 'away';
	migrations: 'current' | 'behind' | 'unknown';
}

/** Names of the migrations that this build was made with, from the files of `db/migrations`. */
const MIGRATIONS = Object.keys(import.meta.glob('/db/migrations/*.ts')).map((path) =>
	path.slice(path.lastIndexOf('/') + 1, -'.ts'.length)
);

/** Whether the database answers and has every migration of this build. Never throws. */
export async function checkReady(
	db: Kysely<DB>,
	wanted: readonly string[] = MIGRATIONS
): Promise<Readiness> {
	try {
		const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
		const done = new Set(rows.map(({ name }) => name));
		const current = wanted.every((name) => done.has(name));
		return { ready: current, database: 'reachable', migrations: current ? 'current' : 'behind' };
	} catch {
		return { ready: false, database: 'away', migrations: 'unknown' };
	}
}
