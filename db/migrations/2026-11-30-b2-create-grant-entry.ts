import { sql, type Kysely } from 'kysely';

/**
 * The course of a subsidy of a library: applied for, decided, paid, settled. Entries are added, never
 * changed; one that was wrong is undone by another. A decision keeps what it was computed from.
 */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table grant_entry (
			id bigint generated always as identity constraint grant_entry_pkey primary key,
			kind text not null constraint grant_entry_kind_known check (kind = any (array['application',
				'decision', 'instalment', 'payment', 'settlement', 'reclaim', 'undone'])),
			library_id integer not null constraint grant_entry_library_exists references library,
			scheme_code text not null constraint grant_entry_scheme_exists references grant_scheme,
			year integer not null constraint grant_entry_year_possible check (year between 2000 and 2100),
			on_day date not null,
			amount_cents bigint constraint grant_entry_amount_possible check (amount_cents between 0 and 100000000000),
			rate_id bigint constraint grant_entry_rate_exists references grant_rate,
			reference_on date,
			area jsonb constraint grant_entry_area_length check (length(area::text) <= 20000),
			computed_cents bigint,
			note text constraint grant_entry_note_length check (length(note) <= 500),
			undoes_id bigint constraint grant_entry_undone_exists references grant_entry
				constraint grant_entry_undone_once unique,
			recorded_at timestamptz not null,
			recorded_on date not null generated always as ((timezone('Europe/Amsterdam', recorded_at))::date) stored,
			recorded_by text not null,
			recorded_for text not null,
			constraint grant_entry_amount_given check ((kind in ('application', 'undone')) = (amount_cents is null)),
			constraint grant_entry_decision_frozen check (
				(kind = 'decision') = (num_nonnulls(rate_id, reference_on, area) = 3)
				and num_nonnulls(rate_id, reference_on, area) in (0, 3)),
			constraint grant_entry_undo_names_entry check ((kind = 'undone') = (undoes_id is not null)),
			constraint grant_entry_author_filled check (length(trim(recorded_by)) between 1 and 200
				and length(trim(recorded_for)) between 1 and 200)
		);
		create index grant_entry_library_idx on grant_entry (library_id, scheme_code, year, id);
		comment on table grant_entry is 'What was recorded of the subsidy of a library for a year of a scheme. Never changed or removed.';
		comment on column grant_entry.on_day is 'The day of what happened; of an instalment the day on which it is due.';
		comment on column grant_entry.rate_id is 'A decision keeps the amount per inhabitant that it was made with.';
		comment on column grant_entry.area is 'A decision keeps the municipalities of the work area with inhabitants and share.';
		comment on column grant_entry.computed_cents is 'What these inputs come to; null when the work area was not known.';
		comment on column grant_entry.recorded_by is 'The id of the author; kept when the account is removed.';
		comment on column grant_entry.recorded_for is 'The organisation of the author at that time.';
		create trigger grant_entry_append_only before update or delete on grant_entry
			for each row execute function refuse_grant_rewrite();
		create trigger grant_entry_no_truncate before truncate on grant_entry
			for each statement execute function refuse_grant_rewrite();
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop table grant_entry`.execute(db);
}
