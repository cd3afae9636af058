import { sql, type Kysely } from 'kysely';

/**
 * "Still right" may be said of one milestone, as an answer in its line of the list, and not only of a
 * record as a whole. What was recorded together in one form is found by its batch.
 */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		alter table event drop constraint event_confirmation_of_record;
		alter table event add constraint event_record_only_confirmed
			check (milestone_code <> 'record' or kind in ('confirmed', 'undone'));
		create index event_of_batch on event (batch_id) where batch_id is not null;
	`.execute(db);
}

/** Not once a milestone was confirmed: the ledger keeps that, and the old rule refuses it. */
export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop index event_of_batch;
		alter table event drop constraint event_record_only_confirmed;
		alter table event add constraint event_confirmation_of_record
			check ((milestone_code = 'record') = (kind = 'confirmed') or kind = 'undone');
	`.execute(db);
}
