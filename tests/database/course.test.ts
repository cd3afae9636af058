import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayEditLibrary } from '#lib/access/account/permission.ts';
import { NO_COUNTS, type CourseCounts } from '#lib/programme/course/course.ts';
import { participationPage } from '#lib/server/figures/participation/page.ts';
import { listCourseReports, readLibraryCourses } from '#lib/server/programme/course/queries.ts';
import { recordCourses } from '#lib/server/programme/course/service.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';
const author = { id: 'demo:zb', organisation: 'ZB' };

let database: TestDatabase;
let library: { id: number; slug: string };
let other: { id: number; slug: string };

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	const libraries = await sql<{ id: number; slug: string }>`
		select id, slug from library where active_to = 'infinity'
			and province_code = (select code from province where slug = 'zeeland') order by id`.execute(
		database.db
	);
	[library, other] = libraries.rows as [typeof library, typeof other];
});
afterAll(() => database.drop());

const counts = (said: Partial<CourseCounts>): CourseCounts => ({ ...NO_COUNTS, ...said });

async function record(
	said: Partial<CourseCounts>,
	{ year = 2018, of = library, basedOn = null as number | null } = {}
) {
	const now = await readLibraryCourses(database.db, of.id, year);
	return recordCourses(
		database.db,
		author,
		{
			...{ libraryId: of.id, year, counts: counts(said), source: 'opgave_bibliotheek' as const },
			basedOn: basedOn ?? now.basedOn
		},
		TODAY
	);
}

const read = async (query = '') => {
	const { participation } = await participationPage.read(database.db, new URLSearchParams(query));
	return participation;
};
const yearOf = async (year: number, query = '') =>
	(await read(query)).years.find((one) => one.year === year);

describe('reports of courses', () => {
	it('are recorded once, changed by a new row, and taken back', async () => {
		const first = { klik_en_tik: { groups: 4, participants: 31 } };
		expect(await record(first)).toEqual({ outcome: 'recorded', courses: 1 });
		expect(await record(first)).toEqual({ outcome: 'unchanged' });
		const better = {
			klik_en_tik: { groups: 4, participants: 33 },
			lokaal: { groups: 1, participants: null }
		};
		expect(await record(better)).toEqual({ outcome: 'recorded', courses: 2 });
		expect((await readLibraryCourses(database.db, library.id, 2018)).counts).toEqual(
			counts(better)
		);
		expect(await record({})).toEqual({ outcome: 'recorded', courses: 2 });
		expect((await readLibraryCourses(database.db, library.id, 2018)).counts).toEqual(NO_COUNTS);
		const reports = await listCourseReports(database.db, library.id);
		expect(reports.filter(({ year }) => year === 2018).map(({ count }) => count)).toEqual([
			null,
			null,
			{ groups: 1, participants: null },
			{ groups: 4, participants: 33 },
			{ groups: 4, participants: 31 }
		]);
	});

	it('are not overwritten by who had not seen them', async () => {
		const before = await readLibraryCourses(database.db, other.id, 2018);
		await record({ digisterker: { groups: 2, participants: 14 } }, { of: other });
		const mine = { digisterker: { groups: 3, participants: 20 } };
		const refused = await record(mine, { of: other, basedOn: before.basedOn });
		expect(refused).toMatchObject({
			outcome: 'conflict',
			now: { counts: { digisterker: { groups: 2, participants: 14 } } }
		});
		expect(await record(mine, { of: other })).toEqual({ outcome: 'recorded', courses: 1 });
	});

	it('are of a year that is over', async () => {
		const one = { lokaal: { groups: 1, participants: 9 } };
		expect(await record(one, { year: 2022 })).toEqual({ outcome: 'not_over' });
		expect(await record(one, { year: 2017 })).toEqual({ outcome: 'not_over' });
	});

	it('are of the adviser of the library and the programme manager only', async () => {
		const { supportInstituteId } = await database.db
			.selectFrom('library')
			.select('supportInstituteId')
			.where('id', '=', library.id)
			.executeTakeFirstOrThrow();
		const user = (role: string, institute: number | null) =>
			({ id: 'x', role, supportInstituteId: institute }) as Parameters<typeof mayEditLibrary>[0];
		const scope = { supportInstituteId };
		expect(mayEditLibrary(user('advisor', supportInstituteId), scope)).toBe(true);
		expect(mayEditLibrary(user('programme_manager', null), scope)).toBe(true);
		expect(mayEditLibrary(user('advisor', supportInstituteId + 1), scope)).toBe(false);
		expect(mayEditLibrary(user('stakeholder', null), scope)).toBe(false);
		expect(mayEditLibrary(undefined, scope)).toBe(false);
	});

	const row = {
		...{ library_id: () => sql`${library.id}`, year: () => sql`2020`, course: () => sql`'lokaal'` },
		...{
			groups: () => sql`2`,
			participants: () => sql`14`,
			source: () => sql`'bibliotheekmonitor'`
		},
		recorded_at: () => sql`'2022-01-31 12:00+01'::timestamptz`,
		...{ recorded_by: () => sql`'x'`, recorded_for: () => sql`'KB'` }
	};
	const insert = (said: Partial<Record<keyof typeof row, ReturnType<typeof sql>>>) => {
		const names = Object.keys(row) as (keyof typeof row)[];
		const values = names.map((name) => said[name] ?? row[name]());
		return sql`insert into course_count (${sql.join(names.map((name) => sql.ref(name)))})
			values (${sql.join(values)})`.execute(database.db);
	};

	it.each<[string, Parameters<typeof insert>[0]]>([
		['course_count_library_exists', { library_id: sql`999999` }],
		['course_count_course_known', { course: sql`'breien'` }],
		['course_count_source_known', { source: sql`'gerucht'` }],
		['course_count_year_is_over', { year: sql`2022` }],
		['course_count_groups_sensible', { groups: sql`-1` }],
		['course_count_participants_sensible', { participants: sql`100001` }],
		['course_count_small_is_suppressed', { participants: sql`4` }],
		['course_count_participants_have_groups', { groups: sql`0` }],
		['course_count_taken_back_whole', { groups: sql`null` }],
		['course_count_author_filled', { recorded_by: sql`' '` }]
	])('keep %s', async (constraint, said) => {
		await expect(insert(said)).rejects.toMatchObject({ constraint });
	});

	it('are never rewritten', async () => {
		const constraint = 'course_count_append_only';
		for (const change of [
			sql`update course_count set groups = 1`,
			sql`delete from course_count`,
			sql`truncate course_count`
		]) {
			await expect(change.execute(database.db)).rejects.toThrow();
		}
		await expect(
			sql`update course_count set groups = 1`.execute(database.ownerDb)
		).rejects.toMatchObject({ constraint });
	});
});

describe('the figures', () => {
	it('are the last reports known on K of the years that were over on D', async () => {
		const said = await sql<{ year: number; participants: number; reported: number }>`
			select year, coalesce(sum(participants), 0)::int as participants,
				count(distinct library_id)::int as reported
			from course_count one
			where not exists (select from course_count later where later.library_id = one.library_id
				and later.year = one.year and later.course = one.course and later.id > one.id)
				and groups is not null
			group by year order by year`.execute(database.db);
		const { years } = await read();
		for (const { year, participants, reported } of said.rows) {
			const shown = years.find((one) => one.year === year)!;
			const all = Object.values(shown.of).reduce((sum, one) => sum + one.participants, 0);
			expect({ year, all }).toEqual({ year, all: participants });
			expect(shown.reported).toBeLessThanOrEqual(reported);
		}
		expect(years.map(({ year }) => year)).toEqual([2018, 2019, 2020, 2021]);
	});

	it('do not know of a year before it was over, nor of a report before it was made', async () => {
		expect(await yearOf(2020, 'peildatum=2020-12-30')).toBeUndefined();
		expect(await yearOf(2020, 'peildatum=2020-12-31')).toMatchObject({ year: 2020 });
		const early = await yearOf(2020, 'peildatum=2021-01-31&bekendOp=2021-01-31');
		expect(early).toMatchObject({ reported: 0 });
		expect(early!.libraries).toBeGreaterThan(100);
	});

	it('add up: the provinces are the country', async () => {
		const { provinces, years } = await read();
		expect(provinces).toHaveLength(12);
		const last = years.at(-1)!;
		const sum = (pick: (one: (typeof provinces)[number]) => number) =>
			provinces.reduce((total, one) => total + pick(one), 0);
		expect(sum(({ libraries }) => libraries)).toBe(last.libraries);
		expect(sum(({ reported }) => reported)).toBe(last.reported);
		expect(sum(({ participants }) => participants)).toBe(
			Object.values(last.of).reduce((total, { participants }) => total + participants, 0)
		);
	});

	it('show the year before the programme when it was reported, among the libraries at its start', async () => {
		const before = (await yearOf(2018))!;
		expect(before.of.digisterker.participants).toBe(20);
		expect(before.reported).toBe(1);
		expect(before.libraries).toBe((await yearOf(2019, 'peildatum=2019-12-31'))!.libraries);
	});

	it('keep every province for a cohort, and have none before the first year was over', async () => {
		expect((await read('cohort=kopgroep_2019')).provinces).toHaveLength(12);
		expect((await read('zoek=xyzzy')).provinces).toEqual([]);
		const start = await read('peildatum=2019-06-30&bekendOp=2019-06-30');
		expect(start).toMatchObject({ years: [], provinces: [] });
	});

	it('are of the part that is asked for', async () => {
		const { provinces, ofCountry } = await read('provincie=zeeland');
		expect(provinces.map(({ name }) => name)).toEqual(['Zeeland']);
		expect(ofCountry).toBe(false);
	});
});
