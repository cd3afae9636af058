import { sql, type Kysely } from 'kysely';

const KINDS = [
	'application',
	'decision',
	'instalment',
	'payment',
	'settlement',
	'reclaim',
	'undone'
];

/**
 * What a library hands in about a subsidy: the yearly survey, and what its annual accounts account for.
 * No source names a last day for these, so a day is a row of its own that somebody set, with its source.
 */
export async function up(db: Kysely<never>): Promise<void> {
	await setKinds(db, [...KINDS, 'survey', 'accounts'], ['application', 'undone', 'survey']);
	await sql`
		create table grant_due_entry (
			id bigint generated always as identity constraint grant_due_entry_pkey primary key,
			kind text not null constraint grant_due_entry_kind_known check (kind = any (array['survey', 'accounts'])),
			year integer not null constraint grant_due_entry_year_possible check (year between 2000 and 2100),
			due_on date,
			source text not null constraint grant_due_entry_source_length check (length(trim(source)) between 1 and 500),
			recorded_at timestamptz not null,
			recorded_on date not null generated always as ((timezone('Europe/Amsterdam', recorded_at))::date) stored,
			recorded_by text not null,
			recorded_for text not null,
			constraint grant_due_entry_day_after_year check (extract(year from due_on) > year),
			constraint grant_due_entry_author_filled check (length(trim(recorded_by)) between 1 and 200
				and length(trim(recorded_for)) between 1 and 200)
		);
		create index grant_due_entry_year_idx on grant_due_entry (kind, year, id);
		comment on table grant_due_entry is 'The last day on which libraries hand something in about the subsidy of a year. Never changed or removed: the last row known counts.';
		comment on column grant_due_entry.due_on is 'Null: no day holds any more.';
		comment on column grant_due_entry.source is 'Where the day was said, in words or as an address.';
		comment on column grant_due_entry.recorded_by is 'The id of the author; kept when the account is removed.';
		comment on column grant_due_entry.recorded_for is 'The organisation of the author at that time.';
		create trigger grant_due_entry_append_only before update or delete on grant_due_entry
			for each row execute function refuse_grant_rewrite();
		create trigger grant_due_entry_no_truncate before truncate on grant_due_entry
			for each statement execute function refuse_grant_rewrite();
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop table grant_due_entry`.execute(db);
	await setKinds(db, KINDS, ['application', 'undone']);
}

async function setKinds(db: Kysely<never>, kinds: string[], withoutAmount: string[]) {
	const list = (values: string[]) => sql.join(values.map((value) => sql.lit(value)));
	await sql`
		alter table grant_entry
			drop constraint grant_entry_kind_known,
			drop constraint grant_entry_amount_given,
			add constraint grant_entry_kind_known check (kind = any (array[${list(kinds)}])),
			add constraint grant_entry_amount_given
				check ((kind in (${list(withoutAmount)})) = (amount_cents is null))
	`.execute(db);
}
