import { sql, type Kysely } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** The tables that triggers keep, each with the view that says what it has to hold. */
export const KEPT_TABLES = [
	{ table: 'milestone_standing', view: 'milestone_standing_as_projected' },
	{ table: 'last_look', view: 'last_look_as_recorded' }
] as const;

/**
 * Makes the kept tables again as a whole: after copying without the triggers, and to prove that these
 * kept them. A table has the columns of its view first, and then what it works out itself.
 */
export async function rebuildKeptRows(db: Kysely<DB>): Promise<void> {
	for (const { table, view } of KEPT_TABLES) {
		await sql`delete from ${sql.table(table)}`.execute(db);
		await sql`insert into ${sql.table(table)} select * from ${sql.table(view)}`.execute(db);
	}
}
