import { sql, type Kysely } from 'kysely';

/** When openings were first recorded, without reading the ledger itself: how late they are reported. */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		create index event_opening_idx on event (information_point_id, effective_on)
			include (recorded_on, batch_id, date_precision)
			where milestone_code = 'opening' and kind = 'achieved' and corrects_event_id is null;
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`drop index event_opening_idx;`.execute(db);
}
