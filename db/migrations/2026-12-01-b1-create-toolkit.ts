import { sql, type Kysely } from 'kysely';

/** The toolkit of the programme, and what of it is in place at each library, as rows that are never rewritten. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table toolkit_item (
			code text primary key,
			position integer not null,
			name_nl text not null,
			name_en text not null,
			audience text not null constraint toolkit_item_audience_known check (audience = any (array['publiek', 'partner', 'medewerker'])),
			where_nl text,
			where_en text,
			source text not null,
			confidence confidence not null,
			constraint toolkit_item_code_form check (code ~ '^[a-z0-9-]+$' and length(code) <= 60),
			constraint toolkit_item_names_length check (length(trim(name_nl)) between 1 and 200 and length(trim(name_en)) between 1 and 200),
			constraint toolkit_item_where_length check (length(where_nl) <= 500 and length(where_en) <= 500),
			constraint toolkit_item_source_length check (length(source) between 1 and 2000)
		);
		comment on table toolkit_item is 'What libraries can take from the toolkit of the programme. The files themselves are elsewhere, behind a login.';
		comment on column toolkit_item.where_nl is 'Where in the toolkit it lies; null: no source says.';

		create table toolkit_entry (
			id integer generated always as identity primary key,
			library_id integer not null constraint toolkit_entry_library_exists references library,
			item_code text not null constraint toolkit_entry_item_exists references toolkit_item,
			state text,
			on_day date not null,
			undoes_id integer constraint toolkit_entry_undone_exists references toolkit_entry constraint toolkit_entry_undone_once unique,
			recorded_at timestamptz not null,
			recorded_on date not null generated always as ((timezone('Europe/Amsterdam', recorded_at))::date) stored,
			recorded_by text not null,
			recorded_for text not null,
			constraint toolkit_entry_state_known check (state = any (array['besteld', 'aanwezig', 'afwezig', 'niet_nodig'])),
			constraint toolkit_entry_undo_says_nothing check ((undoes_id is null) = (state is not null)),
			constraint toolkit_entry_day_sensible check (on_day >= '2019-01-01' and on_day <= recorded_on),
			constraint toolkit_entry_author_filled check (length(trim(recorded_by)) between 1 and 200 and length(trim(recorded_for)) between 1 and 200)
		);
		create index toolkit_entry_library_idx on toolkit_entry (library_id, item_code, on_day, id);
		comment on table toolkit_entry is 'What was said of an item of the toolkit at a library. Never changed: of the rows that were not undone by K the one with the latest on_day by D counts, then the latest recorded.';
		comment on column toolkit_entry.undoes_id is 'This row says nothing but that that one no longer counts.';
		comment on column toolkit_entry.recorded_by is 'The id of the author; kept when the account is removed.';
		comment on column toolkit_entry.recorded_for is 'The organisation of the author at that time.';

		create function check_toolkit_undo() returns trigger language plpgsql as $$
		declare undone toolkit_entry;
		begin
			select * into undone from toolkit_entry where id = new.undoes_id;
			if found and (undone.library_id <> new.library_id or undone.item_code <> new.item_code or undone.undoes_id is not null) then
				raise exception 'an undo is about the same library and item as the row it undoes'
					using errcode = 'check_violation', constraint = 'toolkit_entry_undo_same', table = 'toolkit_entry';
			end if;
			return new;
		end $$;
		create trigger toolkit_entry_undo_same before insert on toolkit_entry
			for each row when (new.undoes_id is not null) execute function check_toolkit_undo();

		create function refuse_toolkit_rewrite() returns trigger language plpgsql as $$
		begin
			raise exception 'what was said of the toolkit is said anew, never rewritten: % is refused', lower(tg_op)
				using errcode = 'restrict_violation', constraint = 'toolkit_entry_append_only', table = tg_table_name;
		end $$;
		create trigger toolkit_entry_append_only before update or delete on toolkit_entry
			for each row execute function refuse_toolkit_rewrite();
		create trigger toolkit_entry_no_truncate before truncate on toolkit_entry
			for each statement execute function refuse_toolkit_rewrite();
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop table toolkit_entry, toolkit_item;
		drop function check_toolkit_undo, refuse_toolkit_rewrite;
	`.execute(db);
}
