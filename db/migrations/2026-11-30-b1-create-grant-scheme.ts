import { sql, type Kysely } from 'kysely';

/**
 * Subsidy schemes with their amounts per year and the periods in which one can apply, and the sources
 * that the money comes from. What no source says is null. A better amount is a new row: the last one of
 * its scheme and year known on K counts.
 */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table grant_scheme (
			code text constraint grant_scheme_pkey primary key,
			position integer not null constraint grant_scheme_position_unique unique,
			kind text not null constraint grant_scheme_kind_known check (kind in ('per_inhabitant', 'per_project')),
			name_nl text not null,
			name_en text not null,
			purpose_nl text not null,
			purpose_en text not null,
			ceiling_cents bigint,
			ceiling_first_year integer,
			ceiling_last_year integer,
			source text not null,
			confidence confidence not null,
			constraint grant_scheme_texts_length check (length(code) between 1 and 50 and length(trim(name_nl)) between 1 and 100
				and length(trim(name_en)) between 1 and 100 and length(trim(purpose_nl)) between 1 and 500
				and length(trim(purpose_en)) between 1 and 500 and length(source) between 1 and 2000),
			constraint grant_scheme_ceiling_whole check (
				num_nonnulls(ceiling_cents, ceiling_first_year, ceiling_last_year) in (0, 3)
				and ceiling_cents > 0 and ceiling_first_year <= ceiling_last_year)
		);
		comment on table grant_scheme is 'Subsidy schemes that pay libraries for their information points.';
		comment on column grant_scheme.ceiling_cents is 'The most that the scheme pays to all libraries together over these years. Null: no source says.';

		create table grant_rate (
			id bigint generated always as identity constraint grant_rate_pkey primary key,
			scheme_code text not null constraint grant_rate_scheme_exists references grant_scheme,
			year integer not null constraint grant_rate_year_possible check (year between 2000 and 2100),
			cents_per_inhabitant integer constraint grant_rate_cents_possible check (cents_per_inhabitant between 0 and 100000),
			fixed_cents bigint constraint grant_rate_fixed_possible check (fixed_cents between 0 and 100000000000),
			cohort text constraint grant_rate_cohort_known check (cohort in ('kopgroep_2019', 'uitrol_2020', 'uitrol_2021')),
			reference_on date,
			holds_from date,
			source text not null constraint grant_rate_source_length check (length(source) between 1 and 2000),
			confidence confidence not null,
			change_reason text constraint grant_rate_reason_length check (length(change_reason) <= 500),
			recorded_at timestamptz,
			recorded_on date generated always as ((timezone('Europe/Amsterdam', recorded_at))::date) stored,
			recorded_by text,
			recorded_for text,
			constraint grant_rate_one_amount check ((cents_per_inhabitant is null) <> (fixed_cents is null)),
			constraint grant_rate_author_filled check (
				(recorded_at is null and recorded_by is null and recorded_for is null)
				or (recorded_at is not null and length(trim(recorded_by)) between 1 and 200 and length(trim(recorded_for)) between 1 and 200))
		);
		create index grant_rate_scheme_idx on grant_rate (scheme_code, year, recorded_at, id);
		comment on table grant_rate is 'What a scheme pays in a year. Never changed: the last row of a scheme and year known on K counts.';
		comment on column grant_rate.cohort is 'Only libraries of this cohort get it. Null: every library.';
		comment on column grant_rate.reference_on is 'The day whose borders and work areas count. Null: no source says, and the first of January of the year is taken.';
		comment on column grant_rate.holds_from is 'The day on which the amount was published, or the libraries were chosen. Null: before the programme began.';
		comment on column grant_rate.recorded_at is 'Null: from the reference, known from the start.';
		comment on column grant_rate.recorded_by is 'The id of the author; kept when the account is removed.';
		comment on column grant_rate.recorded_for is 'The organisation of the author at that time, which is what the public sees.';

		create table grant_window (
			code text constraint grant_window_pkey primary key,
			scheme_code text not null constraint grant_window_scheme_exists references grant_scheme,
			first_year integer not null,
			last_year integer not null,
			announced_on date,
			opens_on date,
			closes_on date not null,
			how_nl text not null,
			how_en text not null,
			source text not null,
			confidence confidence not null,
			constraint grant_window_years_ordered check (first_year <= last_year),
			constraint grant_window_days_ordered check (opens_on <= closes_on and announced_on <= closes_on),
			constraint grant_window_texts_length check (length(code) between 1 and 50 and length(trim(how_nl)) between 1 and 500
				and length(trim(how_en)) between 1 and 500 and length(source) between 1 and 2000)
		);
		comment on table grant_window is 'Periods in which libraries can apply for a scheme.';
		comment on column grant_window.opens_on is 'Null: no source says from when; it is open from its announcement.';
		comment on column grant_window.closes_on is 'The last day.';

		create table funding_source (
			code text constraint funding_source_pkey primary key,
			position integer not null constraint funding_source_position_unique unique,
			name_nl text not null,
			name_en text not null,
			amount_cents bigint not null constraint funding_source_amount_possible check (amount_cents > 0),
			is_at_least boolean not null default false,
			announced_on date,
			period_nl text,
			period_en text,
			purpose_nl text,
			purpose_en text,
			receiver_nl text,
			receiver_en text,
			source text not null,
			confidence confidence not null,
			constraint funding_source_texts_length check (length(code) between 1 and 50
				and length(trim(name_nl)) between 1 and 200 and length(trim(name_en)) between 1 and 200
				and length(period_nl) <= 500 and length(period_en) <= 500 and length(purpose_nl) <= 500
				and length(purpose_en) <= 500 and length(receiver_nl) <= 500 and length(receiver_en) <= 500
				and length(source) between 1 and 2000),
			constraint funding_source_both_languages check ((period_nl is null) = (period_en is null)
				and (purpose_nl is null) = (purpose_en is null) and (receiver_nl is null) = (receiver_en is null))
		);
		comment on table funding_source is 'Amounts that somebody made available for the programme. They overlap and are never added up.';
		comment on column funding_source.is_at_least is 'The source says that it is more than this ("ruim").';
		comment on column funding_source.announced_on is 'Null: no source says when.';

		create function refuse_grant_rewrite() returns trigger language plpgsql as $$
		begin
			raise exception 'what is recorded of a subsidy is told anew, never rewritten: % is refused', lower(tg_op)
				using errcode = 'restrict_violation', constraint = tg_table_name || '_append_only', table = tg_table_name;
		end $$;
		create trigger grant_rate_append_only before update or delete on grant_rate
			for each row execute function refuse_grant_rewrite();
		create trigger grant_rate_no_truncate before truncate on grant_rate
			for each statement execute function refuse_grant_rewrite();
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop table funding_source;
		drop table grant_window;
		drop table grant_rate;
		drop table grant_scheme;
		drop function refuse_grant_rewrite;
	`.execute(db);
}
