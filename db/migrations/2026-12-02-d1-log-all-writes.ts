import { sql, type Kysely } from 'kysely';

/** Tables whose newest rows the log reads, and which grow with the work. */
const GROWING = [
	...[
		'cost_entry',
		'course_count',
		'error_report',
		'error_report_reply',
		'evidence',
		'grant_entry'
	],
	...['inquiry', 'inquiry_reply', 'partner_entry', 'point_trait', 'question_import'],
	...['record_comment', 'second_look', 'toolkit_entry']
];

/** What was decided about accounts and reasons, as rows that are never rewritten; and the log of all writes. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table user_entry (
			id integer generated always as identity primary key,
			user_id text not null,
			kind text not null constraint user_entry_kind_known check (kind = any (array['made', 'changed', 'activated', 'deactivated', 'password'])),
			role text,
			support_institute_id integer constraint user_entry_institute_exists references support_institute,
			recorded_at timestamptz not null,
			recorded_on date not null generated always as ((timezone('Europe/Amsterdam', recorded_at))::date) stored,
			recorded_by text not null,
			recorded_for text not null,
			constraint user_entry_user_length check (length(user_id) between 1 and 200),
			constraint user_entry_role_known check (role = any (array['stakeholder', 'advisor', 'programme_manager', 'admin'])),
			constraint user_entry_role_said check ((kind = any (array['made', 'changed'])) = (role is not null)),
			constraint user_entry_institute_of_role check (role is not null or support_institute_id is null),
			constraint user_entry_author_filled check (length(trim(recorded_by)) between 1 and 200 and length(trim(recorded_for)) between 1 and 200)
		);
		create index user_entry_user_idx on user_entry (user_id, id);
		create index user_entry_recorded_idx on user_entry (recorded_at desc, id desc);
		comment on table user_entry is 'What an administrator decided about an account. Never changed; without name or mail address, which stand in app_user alone.';
		comment on column user_entry.user_id is 'Kept when the account is removed.';
		comment on column user_entry.recorded_by is 'The id of the author; kept when the account is removed.';

		create table reason_entry (
			id integer generated always as identity primary key,
			reason_code text not null,
			kind text not null constraint reason_entry_kind_known check (kind = any (array['added', 'changed', 'moved'])),
			label_nl text not null,
			label_en text not null,
			external boolean not null,
			active boolean not null,
			position integer not null,
			recorded_at timestamptz not null,
			recorded_on date not null generated always as ((timezone('Europe/Amsterdam', recorded_at))::date) stored,
			recorded_by text not null,
			recorded_for text not null,
			constraint reason_entry_code_length check (length(reason_code) between 1 and 200),
			constraint reason_entry_labels_length check (length(label_nl) <= 200 and length(label_en) <= 200),
			constraint reason_entry_author_filled check (length(trim(recorded_by)) between 1 and 200 and length(trim(recorded_for)) between 1 and 200)
		);
		create index reason_entry_recorded_idx on reason_entry (recorded_at desc, id desc);
		comment on table reason_entry is 'What a reason was after each change of it. Never changed.';
		comment on column reason_entry.recorded_by is 'The id of the author; kept when the account is removed.';

		create function refuse_log_rewrite() returns trigger language plpgsql as $$
		begin
			raise exception 'what was decided is never rewritten: % is refused', lower(tg_op)
				using errcode = 'restrict_violation', constraint = tg_table_name || '_append_only', table = tg_table_name;
		end $$;
		create trigger user_entry_append_only before update or delete on user_entry
			for each row execute function refuse_log_rewrite();
		create trigger user_entry_no_truncate before truncate on user_entry
			for each statement execute function refuse_log_rewrite();
		create trigger reason_entry_append_only before update or delete on reason_entry
			for each row execute function refuse_log_rewrite();
		create trigger reason_entry_no_truncate before truncate on reason_entry
			for each statement execute function refuse_log_rewrite();
	`.execute(db);
	for (const table of GROWING) {
		await sql`create index ${sql.raw(`${table}_log_idx on ${table} (recorded_at desc, id desc)`)}`.execute(
			db
		);
	}
}

export async function down(db: Kysely<never>): Promise<void> {
	for (const table of GROWING) await sql`drop index ${sql.raw(`${table}_log_idx`)}`.execute(db);
	await sql`
		drop table reason_entry, user_entry;
		drop function refuse_log_rewrite;
	`.execute(db);
}
