import { sql, type Kysely } from 'kysely';

/**
 * What became of an entry that a browser may send again because it never heard
 * (docs/decisions/0066-entries-wait-in-the-browser.md).
 */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table sent_entry (
			recorded_by text not null,
			key uuid not null,
			event_id bigint constraint sent_entry_event_exists references event,
			batch_id bigint constraint sent_entry_batch_exists references event_batch,
			made_at timestamptz,
			received_at timestamptz not null default now(),
			constraint sent_entry_once primary key (recorded_by, key),
			constraint sent_entry_author_filled check (length(trim(recorded_by)) between 1 and 200),
			constraint sent_entry_one_outcome check (num_nonnulls(event_id, batch_id) <= 1)
		);
		comment on table sent_entry is 'An entry that was recorded, by the key that the browser gave it: sent again it is answered as the first time, and recorded once. What was refused is not here: it recorded nothing.';
		comment on column sent_entry.recorded_by is 'The id of the author; kept when the account is removed.';
		comment on column sent_entry.event_id is 'Of an entry of a work sheet.';
		comment on column sent_entry.batch_id is 'Of an answer in the list of the week; neither when it had been said before.';
		comment on column sent_entry.made_at is 'When it was made, by the clock of the browser, if it had to wait there.';

		create function refuse_sent_entry_rewrite() returns trigger language plpgsql as $$
		begin
			raise exception 'what became of an entry is never rewritten: % is refused', lower(tg_op)
				using errcode = 'restrict_violation', constraint = 'sent_entry_append_only', table = tg_table_name;
		end $$;
		create trigger sent_entry_append_only before update or delete on sent_entry
			for each row execute function refuse_sent_entry_rewrite();
		create trigger sent_entry_no_truncate before truncate on sent_entry
			for each statement execute function refuse_sent_entry_rewrite();
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop table sent_entry;
		drop function refuse_sent_entry_rewrite;
	`.execute(db);
}
