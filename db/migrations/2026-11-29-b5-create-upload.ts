import { sql, type Kysely } from 'kysely';

/** Files that advisers send: what they hold until they are applied, and what they did. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table upload (
			id bigint primary key generated always as identity,
			created_at timestamptz not null default clock_timestamp(),
			created_by text not null,
			file_name text not null,
			content jsonb,
			answers jsonb not null default '{}',
			batch_id bigint constraint upload_batch_exists references event_batch,
			applied_at timestamptz,
			recorded_count integer,
			left_count integer,
			undone_at timestamptz,
			constraint upload_file_name_length check (length(file_name) between 1 and 200),
			constraint upload_created_by_length check (length(created_by) between 1 and 500),
			constraint upload_content_length check (length(content::text) <= 20000000),
			constraint upload_answers_length check (length(answers::text) <= 2000000),
			constraint upload_applied_says_what check (
				(applied_at is null) = (recorded_count is null) and (applied_at is null) = (left_count is null)),
			constraint upload_batch_was_applied check (batch_id is null or applied_at is not null),
			constraint upload_undone_was_applied check (undone_at is null or batch_id is not null)
		);
		create index upload_author_idx on upload (created_by, id);
		create index upload_created_idx on upload (created_at) where content is not null;
		comment on table upload is 'A file that was read and compared; applied it became a batch of events.';
		comment on column upload.created_by is 'The id of the author; kept when the account is removed.';
		comment on column upload.content is 'The rows as they were read; null once they were kept long enough.';
		comment on column upload.answers is 'What the author said in the preview: the order of day and month, and a choice per row.';
		comment on column upload.left_count is 'Rows with a change that was not recorded.';

		create table upload_mapping (
			user_id text not null,
			kind text not null,
			given text not null,
			target text not null,
			primary key (user_id, kind, given),
			constraint upload_mapping_user_exists foreign key (user_id) references app_user on delete cascade,
			constraint upload_mapping_kind_known check (kind in ('column', 'library')),
			constraint upload_mapping_given_length check (length(given) between 1 and 500),
			constraint upload_mapping_target_length check (length(target) between 1 and 100)
		);
		comment on table upload_mapping is 'What an adviser said once of headers and names in her files that are not ours.';
		comment on column upload_mapping.given is 'The header or name, without capitals, accents and signs.';
		comment on column upload_mapping.target is 'A column of ours or "ignored"; the id of a library.';
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop table upload_mapping, upload`.execute(db);
}
