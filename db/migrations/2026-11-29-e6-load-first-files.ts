import { sql, type Kysely } from 'kysely';

/** A first file of the programme manager, which tells what there was before the monitor. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		alter table event_batch drop constraint event_batch_kind_known;
		alter table event_batch
			add constraint event_batch_kind_known check (kind in ('seed', 'import', 'form', 'load'));
		comment on column event_batch.kind is 'seed: from public sources; load: a first file, of what was before; import: milestones in a file; form: typed.';

		alter table upload
			add column kind text not null default 'milestones',
			add column replaced jsonb,
			add constraint upload_kind_known check (kind in ('milestones', 'load')),
			add constraint upload_replaced_length check (length(replaced::text) <= 2000000),
			add constraint upload_replaced_was_applied check (replaced is null or applied_at is not null);
		comment on column upload.kind is 'milestones: of an adviser, for what is going on; load: the first file of the programme manager.';
		comment on column upload.replaced is 'What a first file replaced that is no event, to put back when it is undone.';
		alter table upload drop constraint upload_undone_was_applied;
		alter table upload add constraint upload_undone_was_applied check (undone_at is null or applied_at is not null);
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		delete from upload where kind = 'load';
		alter table upload drop constraint upload_undone_was_applied;
		alter table upload add constraint upload_undone_was_applied check (undone_at is null or batch_id is not null);
		alter table upload drop column replaced, drop column kind;
		update event_batch set kind = 'import' where kind = 'load';
		alter table event_batch drop constraint event_batch_kind_known;
		alter table event_batch add constraint event_batch_kind_known check (kind in ('seed', 'import', 'form'));
		comment on column event_batch.kind is null;
	`.execute(db);
}
