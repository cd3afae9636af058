import { sql, type Kysely } from 'kysely';

/** Courses in digital skills per library and year: groups and participants, as they were reported. */
export async function up(db: Kysely<any>): Promise<void> {
	await sql`
		create table course_count (
			id integer generated always as identity primary key,
			library_id integer not null constraint course_count_library_exists references library,
			year integer not null,
			course text not null,
			groups integer,
			participants integer,
			source text not null,
			recorded_at timestamptz not null,
			recorded_on date not null generated always as ((timezone('Europe/Amsterdam', recorded_at))::date) stored,
			recorded_by text not null,
			recorded_for text not null,
			constraint course_count_course_known check (course = any (array['klik_en_tik', 'digisterker', 'lokaal'])),
			constraint course_count_source_known check (source = any (array['opgave_bibliotheek', 'bibliotheekmonitor'])),
			constraint course_count_year_is_over check (year between 2018 and extract(year from timezone('Europe/Amsterdam', recorded_at)) - 1),
			constraint course_count_groups_sensible check (groups between 0 and 10000),
			constraint course_count_participants_sensible check (participants between 0 and 100000),
			constraint course_count_small_is_suppressed check (participants = 0 or participants >= 5),
			constraint course_count_participants_have_groups check ((groups = 0) = (participants is not distinct from 0)),
			constraint course_count_taken_back_whole check (groups is not null or participants is null),
			constraint course_count_author_filled check (length(trim(recorded_by)) between 1 and 200 and length(trim(recorded_for)) between 1 and 200)
		);
		create index course_count_library_idx on course_count (library_id, year, course, recorded_at, id);
		comment on table course_count is 'What a library reported of a course in a year. Never changed: the last row of a library, year and course known on K counts.';
		comment on column course_count.groups is 'Null: what was reported before is taken back, and nothing is known.';
		comment on column course_count.participants is 'Null beside groups: fewer than five. The exact number is then not kept, because it could tell about a person.';
		comment on column course_count.recorded_on is 'The day of recorded_at in Europe/Amsterdam: what "known on" compares with.';
		comment on column course_count.recorded_by is 'The id of the author; kept when the account is removed.';
		comment on column course_count.recorded_for is 'The organisation of the author at that time, which is what the public sees.';

		create function refuse_course_rewrite() returns trigger language plpgsql as $$
		begin
			raise exception 'what was reported of a course is reported anew, never rewritten: % is refused', lower(tg_op)
				using errcode = 'restrict_violation', constraint = 'course_count_append_only', table = tg_table_name;
		end $$;
		create trigger course_count_append_only before update or delete on course_count
			for each row execute function refuse_course_rewrite();
		create trigger course_count_no_truncate before truncate on course_count
			for each statement execute function refuse_course_rewrite();
	`.execute(db);
}

export async function down(db: Kysely<any>): Promise<void> {
	await sql`
		drop table course_count;
		drop function refuse_course_rewrite;
	`.execute(db);
}
