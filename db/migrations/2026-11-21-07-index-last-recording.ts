import { sql, type Kysely } from 'kysely';

/** The day on which something was last recorded about a subject, for the lists of work. */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		create index event_library_recorded_idx on event (library_id, recorded_on) where library_id is not null;
		create index event_information_point_recorded_idx on event (information_point_id, recorded_on)
			where information_point_id is not null;
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`drop index event_library_recorded_idx, event_information_point_recorded_idx;`.execute(
		db
	);
}
