import { sql, type Kysely } from 'kysely';

/** Registered questions per location and quarter, as they were imported. */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		create table question_import (
			id integer generated always as identity primary key,
			quarter_end date not null,
			file_name text not null,
			file_sha256 bytea not null,
			recorded_at timestamptz not null,
			recorded_on date not null generated always as ((timezone('Europe/Amsterdam', recorded_at))::date) stored,
			recorded_by text not null,
			recorded_for text not null,
			constraint question_import_quarter_end_is_one check (quarter_end = (date_trunc('quarter', quarter_end::timestamp) + interval '3 months' - interval '1 day')::date),
			constraint question_import_quarter_is_over check (quarter_end < (timezone('Europe/Amsterdam', recorded_at))::date),
			constraint question_import_file_name_filled check (length(trim(file_name)) between 1 and 200),
			constraint question_import_author_filled check (length(trim(recorded_by)) > 0 and length(trim(recorded_for)) > 0)
		);
		create index question_import_quarter_idx on question_import (quarter_end, recorded_at);
		comment on table question_import is 'A file of registered questions of one quarter. Never changed: a better file of the same quarter is a new import, and the last one known on K counts.';
		comment on column question_import.recorded_on is 'The day of recorded_at in Europe/Amsterdam: what "known on" compares with.';
		comment on column question_import.recorded_by is 'The id of the author; kept when the account is removed.';
		comment on column question_import.recorded_for is 'The organisation of the author at that time, which is what the public sees.';

		create table question_count (
			import_id integer not null constraint question_count_import_exists references question_import,
			information_point_id integer not null constraint question_count_point_exists references information_point,
			questions integer,
			primary key (import_id, information_point_id),
			constraint question_count_small_is_suppressed check (questions >= 5)
		);
		create index question_count_point_idx on question_count (information_point_id);
		comment on table question_count is 'Registered questions of a location in the quarter of the import.';
		comment on column question_count.questions is 'Null: fewer than five. The exact number is then not kept, because it could tell about a person.';

		create function refuse_question_change() returns trigger language plpgsql as $$
		begin
			raise exception 'an import of questions is never changed: % of % is refused', lower(tg_op), tg_table_name
				using errcode = 'restrict_violation', constraint = 'question_import_immutable', table = tg_table_name;
		end $$;
		create trigger question_import_immutable before update or delete on question_import
			for each row execute function refuse_question_change();
		create trigger question_import_no_truncate before truncate on question_import
			for each statement execute function refuse_question_change();
		create trigger question_count_immutable before update or delete on question_count
			for each row execute function refuse_question_change();
		create trigger question_count_no_truncate before truncate on question_count
			for each statement execute function refuse_question_change();
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`
		drop table question_count, question_import;
		drop function refuse_question_change;
	`.execute(db);
}
