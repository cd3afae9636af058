import { sql, type Kysely } from 'kysely';

/** Evidence of milestones: a link, a note or a file. For those who keep the library, never public. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table evidence (
			id integer generated always as identity primary key,
			library_id integer constraint evidence_library_exists references library,
			information_point_id integer constraint evidence_point_exists references information_point,
			milestone_code text not null constraint evidence_milestone_exists references milestone,
			address text,
			note text,
			file_name text,
			file_type text,
			content bytea,
			withdraws_id integer constraint evidence_withdrawn_exists references evidence,
			sent_key uuid not null constraint evidence_sent_once unique,
			recorded_at timestamptz not null,
			recorded_on date not null generated always as ((timezone('Europe/Amsterdam', recorded_at))::date) stored,
			recorded_by text not null,
			recorded_for text not null,
			constraint evidence_one_subject check (num_nonnulls(library_id, information_point_id) = 1),
			constraint evidence_says_something check (case when withdraws_id is null
				then num_nonnulls(address, note, content) > 0 else num_nonnulls(address, content) = 0 end),
			constraint evidence_withdrawn_once unique (withdraws_id),
			constraint evidence_address_web check (address ~ '^https?://' and length(address) <= 2000),
			constraint evidence_note_length check (length(trim(note)) between 1 and 2000),
			constraint evidence_file_whole check (num_nonnulls(file_name, file_type, content) in (0, 3)),
			constraint evidence_file_name_length check (length(trim(file_name)) between 1 and 200),
			constraint evidence_file_type_known check (file_type = any (array['pdf', 'png', 'jpg', 'xlsx', 'docx'])),
			constraint evidence_file_size check (octet_length(content) between 1 and 10485760),
			constraint evidence_author_filled check (length(trim(recorded_by)) between 1 and 200 and length(trim(recorded_for)) between 1 and 200)
		);
		-- Files of these types are compressed already.
		alter table evidence alter column content set storage external;
		create index evidence_library_idx on evidence (library_id, id) where library_id is not null;
		create index evidence_point_idx on evidence (information_point_id, id) where information_point_id is not null;
		comment on table evidence is 'What shows that a milestone is done. Never changed: what is withdrawn has a row that withdraws it.';
		comment on column evidence.sent_key is 'Made with the form, so that the same form sent twice records once.';
		comment on column evidence.withdraws_id is 'This row only says, with a note at most, that that one no longer counts.';
		comment on column evidence.recorded_by is 'The id of the author; kept when the account is removed.';

		create function refuse_evidence_rewrite() returns trigger language plpgsql as $$
		begin
			raise exception 'evidence is withdrawn, never rewritten: % is refused', lower(tg_op)
				using errcode = 'restrict_violation', constraint = 'evidence_append_only', table = tg_table_name;
		end $$;
		create trigger evidence_append_only before update or delete on evidence
			for each row execute function refuse_evidence_rewrite();
		create trigger evidence_no_truncate before truncate on evidence
			for each statement execute function refuse_evidence_rewrite();
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop table evidence;
		drop function refuse_evidence_rewrite;
	`.execute(db);
}
