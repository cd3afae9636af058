import { sql, type Kysely, type RawBuilder } from 'kysely';
import { FIRST_DAY } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { CourseProvince, CourseYear, Taken } from '#lib/figures/participation/types.ts';
import { COURSES, type Course } from '#lib/programme/course/course.ts';
import { libraryFilter } from '#lib/server/base/selection/filter-sql.ts';
import { knownDay, statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** The first year of the programme: shown also when nothing was reported of it. */
const FIRST_SHOWN = 2019;

/** The last year that was over on the day of the facts. */
export function lastYearOn(day: Day): number {
	const year = Number(day.slice(0, 4));
	return day.endsWith('-12-31') ? year : year - 1;
}

/**
 * The common tables `listed` (libraries that the filters let through, of every day) and `counted`: the
 * last report known on K of each library, year and course, of the years that were over on D.
 */
const counted = (where: Where): RawBuilder<unknown> => sql`
	listed as materialized (
		select library.id, library.province_code, library.active_from, library.active_to
		from library where ${libraryFilter(where)}
	),
	report as (
		select distinct on (library_id, year, course) library_id, year, course, groups, participants
		from course_count
		where recorded_on <= ${knownDay(where)} and year <= ${lastYearOn(statusDay(where))}::int
			and library_id in (select id from listed)
		order by library_id, year, course, recorded_at desc, id desc
	),
	counted as materialized (select * from report where groups is not null)`;

/** The day on which the libraries of a year are counted; those of before the register begins are its first. */
const lastDayOf = (year: RawBuilder<unknown>) =>
	sql<Day>`greatest(make_date(${year}, 12, 31), ${FIRST_DAY}::date)`;

const sums = sql`coalesce(sum(groups), 0)::int as groups, coalesce(sum(participants), 0)::int as participants,
	(count(*) filter (where groups is not null and participants is null))::int as suppressed`;

type YearRow = { year: number; libraries: number; reported: number };
type CourseRow = Taken & { year: number; course: Course };

/** Every year of the programme that was over on D, with what was reported of it as known on K. */
export async function listCourseYears(db: Kysely<DB>, where: Where): Promise<CourseYear[]> {
	const last = lastYearOn(statusDay(where));
	const years = sql<YearRow>`
		with ${counted(where)},
		reporter as (select distinct library_id, year from counted),
		asked as (
			select generate_series(least(${FIRST_SHOWN}::int, (select min(year) from counted)), ${last}::int) as year
		)
		select asked.year, count(listed.id)::int as libraries, count(reporter.library_id)::int as reported
		from asked
		left join listed on listed.active_from <= ${lastDayOf(sql`asked.year`)}
			and listed.active_to > ${lastDayOf(sql`asked.year`)}
		left join reporter on reporter.library_id = listed.id and reporter.year = asked.year
		group by asked.year order by 1`;
	const courses = sql<CourseRow>`
		with ${counted(where)} select year, course, ${sums} from counted group by year, course`;
	const [{ rows }, { rows: taken }] = await Promise.all([years.execute(db), courses.execute(db)]);
	return rows.map((row) => ({
		...row,
		of: takenOf(taken.filter(({ year }) => year === row.year))
	}));
}

const NOTHING: Taken = { groups: 0, participants: 0, suppressed: 0 };

function takenOf(rows: readonly CourseRow[]): Record<Course, Taken> {
	const of = (course: Course): Taken => {
		const found = rows.find((row) => row.course === course);
		if (!found) return NOTHING;
		const { groups, participants, suppressed } = found;
		return { groups, participants, suppressed };
	};
	return Object.fromEntries(COURSES.map((course) => [course, of(course)])) as Record<Course, Taken>;
}

/** The last year that was over on D, per province; by name, those without a library too. */
export async function listCourseProvinces(db: Kysely<DB>, where: Where): Promise<CourseProvince[]> {
	const last = lastYearOn(statusDay(where));
	const query = sql<CourseProvince>`
		with ${counted(where)},
		of_year as (
			select library_id, sum(groups)::int as groups, sum(participants)::int as participants,
				(count(*) filter (where participants is null))::int as suppressed
			from counted where year = ${last}::int group by library_id
		)
		select province.name, coalesce(sum(of_year.groups), 0)::int as groups,
			coalesce(sum(of_year.participants), 0)::int as participants,
			coalesce(sum(of_year.suppressed), 0)::int as suppressed,
			(count(listed.id) filter (where active))::int as libraries,
			(count(of_year.library_id) filter (where active))::int as reported
		from province
		left join listed on listed.province_code = province.code
		left join of_year on of_year.library_id = listed.id
		cross join lateral (select listed.active_from <= ${lastDayOf(sql`${last}::int`)}
			and listed.active_to > ${lastDayOf(sql`${last}::int`)} as active) there
		group by province.name order by 1`;
	return (await query.execute(db)).rows;
}
