import { sql, type Kysely } from 'kysely';

/**
 * The few events of which only the month or year is known: each page asks which openings they are, and
 * looked at the event of every opening for it.
 */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`create index event_inexact_idx on event (information_point_id)
		where date_precision <> 'day'`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop index event_inexact_idx`.execute(db);
}
