import { sql, type Kysely } from 'kysely';

/**
 * The steps of the time slider read when points were realised, whatever the day looked at: for a K that
 * nobody asked for yet 30 ms instead of 80 ms at a hundred times the size.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		create index information_point_state_realised_idx on information_point_state (known_to, known_from)
			include (library_id, valid_from, valid_to) where realised
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`drop index information_point_state_realised_idx`.execute(db);
}
