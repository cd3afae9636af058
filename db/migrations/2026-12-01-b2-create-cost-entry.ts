import { sql, type Kysely } from 'kysely';

/** What an information point costs a library: budget and actual per year and category, as rows that are never rewritten. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table cost_entry (
			id integer generated always as identity primary key,
			library_id integer not null constraint cost_entry_library_exists references library,
			year integer not null,
			kind text not null,
			category text not null,
			amount_cents bigint,
			recorded_at timestamptz not null,
			recorded_on date not null generated always as ((timezone('Europe/Amsterdam', recorded_at))::date) stored,
			recorded_by text not null,
			recorded_for text not null,
			constraint cost_entry_kind_known check (kind = any (array['begroot', 'werkelijk'])),
			constraint cost_entry_category_known check (category = any (array['personeel', 'inrichting', 'ict', 'marketing', 'scholing', 'overig'])),
			constraint cost_entry_amount_sensible check (amount_cents between 0 and 500000000),
			constraint cost_entry_year_sensible check (year between 2019 and extract(year from timezone('Europe/Amsterdam', recorded_at)) + (kind = 'begroot')::int),
			constraint cost_entry_author_filled check (length(trim(recorded_by)) between 1 and 200 and length(trim(recorded_for)) between 1 and 200)
		);
		create index cost_entry_library_idx on cost_entry (library_id, year, kind, category, id);
		comment on table cost_entry is 'What a library spends on its information points. Never changed: the last row of a library, year, kind and category known on K counts. For KB and the POI; the public sees sums of enough libraries only.';
		comment on column cost_entry.amount_cents is 'Whole cents. Null: what was recorded before is taken back, and nothing is known.';
		comment on column cost_entry.recorded_by is 'The id of the author; kept when the account is removed.';
		comment on column cost_entry.recorded_for is 'The organisation of the author at that time.';

		create function refuse_cost_rewrite() returns trigger language plpgsql as $$
		begin
			raise exception 'a cost is told anew, never rewritten: % is refused', lower(tg_op)
				using errcode = 'restrict_violation', constraint = 'cost_entry_append_only', table = tg_table_name;
		end $$;
		create trigger cost_entry_append_only before update or delete on cost_entry
			for each row execute function refuse_cost_rewrite();
		create trigger cost_entry_no_truncate before truncate on cost_entry
			for each statement execute function refuse_cost_rewrite();

		alter table threshold_change
			drop constraint threshold_change_known,
			add constraint threshold_change_known check (name = any (array['silent_weeks', 'cost_libraries'])),
			add constraint threshold_change_cost_libraries check (name <> 'cost_libraries' or value between 3 and 20);
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		alter table threshold_change disable trigger user;
		delete from threshold_change where name = 'cost_libraries';
		alter table threshold_change enable trigger user;
		alter table threshold_change
			drop constraint threshold_change_cost_libraries,
			drop constraint threshold_change_known,
			add constraint threshold_change_known check (name = any (array['silent_weeks']));
		drop table cost_entry;
		drop function refuse_cost_rewrite;
	`.execute(db);
}
