import { sql, type Kysely } from 'kysely';

/** Whether an address that facts were read at still answers, as somebody saw it; rows that are never rewritten. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table source_check (
			id integer generated always as identity primary key,
			address text not null,
			verdict text not null constraint source_check_verdict_known check (verdict = any (array['works', 'gone', 'undone'])),
			undoes_id integer constraint source_check_undone_exists references source_check constraint source_check_undone_once unique,
			recorded_at timestamptz not null,
			recorded_on date not null generated always as ((timezone('Europe/Amsterdam', recorded_at))::date) stored,
			recorded_by text not null,
			recorded_for text not null,
			constraint source_check_address_form check (address ~ '^https?://[^[:space:]]+$' and length(address) <= 2000),
			constraint source_check_undo_of_one check ((verdict = 'undone') = (undoes_id is not null)),
			constraint source_check_author_filled check (length(trim(recorded_by)) between 1 and 200 and length(trim(recorded_for)) between 1 and 200)
		);
		create index source_check_address_idx on source_check (address, id);
		comment on table source_check is 'That somebody opened the address of a source, and whether it still shows what was read there. Never changed: of the rows that were not undone the last counts.';
		comment on column source_check.recorded_by is 'The id of the author; kept when the account is removed.';

		create trigger source_check_append_only before update or delete on source_check
			for each row execute function refuse_log_rewrite();
		create trigger source_check_no_truncate before truncate on source_check
			for each statement execute function refuse_log_rewrite();
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop table source_check`.execute(db);
}
