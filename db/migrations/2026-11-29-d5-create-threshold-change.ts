import { sql, type Kysely } from 'kysely';

/** Thresholds that the programme manager sets, such as after how many weeks a library counts as silent. */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		create table threshold_change (
			id integer generated always as identity primary key,
			name text not null,
			value integer not null,
			recorded_at timestamptz not null,
			recorded_on date not null generated always as ((timezone('Europe/Amsterdam', recorded_at))::date) stored,
			recorded_by text not null,
			recorded_for text not null,
			constraint threshold_change_known check (name = any (array['silent_weeks'])),
			constraint threshold_change_sensible check (value between 1 and 52),
			constraint threshold_change_author_filled check (length(trim(recorded_by)) between 1 and 200 and length(trim(recorded_for)) between 1 and 200)
		);
		create index threshold_change_name_idx on threshold_change (name, recorded_at, id);
		comment on table threshold_change is 'What the programme manager set a threshold to. Never changed: the last one known on K counts, and without any the one that the app has.';
		comment on column threshold_change.recorded_by is 'The id of the author; kept when the account is removed.';

		-- When an adviser last recorded anything.
		create index event_author_idx on event (recorded_by, recorded_on);

		create function refuse_threshold_rewrite() returns trigger language plpgsql as $$
		begin
			raise exception 'a threshold is set anew, never rewritten: % is refused', lower(tg_op)
				using errcode = 'restrict_violation', constraint = 'threshold_change_append_only', table = tg_table_name;
		end $$;
		create trigger threshold_change_append_only before update or delete on threshold_change
			for each row execute function refuse_threshold_rewrite();
		create trigger threshold_change_no_truncate before truncate on threshold_change
			for each statement execute function refuse_threshold_rewrite();
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`
		drop index event_author_idx;
		drop table threshold_change;
		drop function refuse_threshold_rewrite;
	`.execute(db);
}
