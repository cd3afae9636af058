import { sql, type Kysely } from 'kysely';

/**
 * For the progress page at a hundred times the size: the openings of a year and their records by their
 * day instead of all points one by one, and which libraries exist without their texts.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		create index information_point_state_opened_idx on information_point_state (opened_on)
			include (valid_from, valid_to, known_from, known_to, information_point_id, library_id, municipality_code)
			where opened_on is not null;
		drop index event_opening_idx;
		create index event_opening_idx on event (effective_on, information_point_id)
			include (recorded_on, batch_id, date_precision)
			where milestone_code = 'opening' and kind = 'achieved' and corrects_event_id is null;
		create index library_active_idx on library (active_to, active_from)
			include (id, province_code, support_institute_id, cohort);
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`
		drop index library_active_idx, information_point_state_opened_idx, event_opening_idx;
		create index event_opening_idx on event (information_point_id, effective_on)
			include (recorded_on, batch_id, date_precision)
			where milestone_code = 'opening' and kind = 'achieved' and corrects_event_id is null;
	`.execute(db);
}
