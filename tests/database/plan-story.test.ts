import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '#lib/base/day/day.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { planStory, type PlanStory } from '#lib/network/standing/why-late.ts';
import { listWhys } from '#lib/server/figures/map-page/list-whys.ts';
import { csvTable } from '#lib/server/network/standing/csv-table.ts';
import { openingDays } from '#lib/network/information-point/opening-days.ts';
import { parseCoverage } from '#lib/figures/coverage/coverage-query.ts';
import { readCoverage } from '#lib/server/figures/coverage/read-coverage.ts';
import { readQuestion } from '#lib/server/figures/page/question.ts';
import { listInformationPointsIn } from '#lib/server/network/information-point/queries.ts';
import { listLateLines } from '#lib/server/network/standing/list-late-lines.ts';
import { listLibraries } from '#lib/server/network/standing/list-libraries.ts';
import { listMunicipalityStandings } from '#lib/server/network/standing/list-municipality-standings.ts';
import { listInformationPoints } from '#lib/server/network/standing/list-information-points.ts';
import { listReasons } from '#lib/server/network/standing/list-reasons.ts';
import { appendEvents } from '#lib/server/ledger/event/append.ts';
import { listTasks } from '#lib/server/work/update/work-tasks.ts';
import { pointOf } from '#lib/ledger/subject/subject.ts';
import { AUTHOR } from '#tests/factories/edition.ts';
import { insertInformationPoint, insertLibrary } from '#tests/factories/reference.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY: Day = '2022-01-31';
const all = { sort: 'name', direction: 'asc', page: 1, pageSize: 5_000 } as const;
let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());

const whereOn = (day: Day) => ({
	asOf: { validOn: day, knownOn: null },
	today: day,
	filters: NO_FILTERS
});

/** The points on `day`, each with what is told of its plan. */
async function storiesOn(day: Day) {
	const where = whereOn(day);
	const page = await listInformationPoints(database.db, where, all);
	const { points: said } = await listReasons(database.db, where);
	return { page, said, stories: storiesOf(page.rows, said, day) };
}

function storiesOf(
	rows: Awaited<ReturnType<typeof listInformationPoints>>['rows'],
	said: Awaited<ReturnType<typeof listReasons>>['points'],
	day: Day
): Map<number, PlanStory | null> {
	return new Map(rows.map((row) => [row.id, planStory(row, said.get(row.id), day)]));
}

/** What the ledger says: openings on hold of points that are not open, with the day and the reason. */
async function paused() {
	const { rows } = await sql<{ id: number; since: Day; reasonCode: string | null }>`
		select stand.information_point_id as id, last.effective_on as since, last.reason_code
		from information_point_state stand join lateral (
			select event.kind, event.effective_on, event.reason_code from event
			where event.information_point_id = stand.information_point_id and event.milestone_code = 'opening'
				and event.kind in ('achieved', 'not_applicable', 'on_hold', 'resumed')
				and event.effective_on <= ${TODAY}
			order by event.effective_on desc, event.id desc limit 1
		) last on last.kind = 'on_hold'
		where stand.known_to = 'infinity' and stand.valid_from <= ${TODAY} and stand.valid_to > ${TODAY}
			and stand.opened_on is null`.execute(database.db);
	return rows;
}

describe('what is told of a plan beside its status', () => {
	it('is that it is paused, on the list and in the file, since the day that was recorded', async () => {
		const wanted = await paused();
		expect(wanted.length).toBeGreaterThan(0);
		const { page, said, stories } = await storiesOn(TODAY);
		const told = [...stories].filter(([, story]) => story === 'paused').map(([id]) => id);
		expect(told.sort()).toEqual(wanted.map(({ id }) => id).sort());
		for (const { id, since } of wanted) expect(said.get(id)?.heldSince).toBe(since);

		const list = { list: 'informationPoints', page } as const;
		const whys = await listWhys(database.db, whereOn(TODAY), list, null);
		for (const { id } of wanted) expect(whys[id]).toMatch(/^Gepauzeerd sinds .*Reden: /);

		const { columns, rows } = csvTable(list, { said, factDay: TODAY });
		const [id, status, story] = ['id', 'status', 'stand_van_planning'].map((name) =>
			columns.indexOf(name)
		);
		const overdue = rows.filter((row) => row[status!] === 'planning-verlopen');
		expect(overdue.length).toBeGreaterThan(wanted.length);
		expect(
			rows
				.filter((row) => row[story!] === 'gepauzeerd')
				.map((row) => row[id!])
				.sort()
		).toEqual(wanted.map((point) => point.id).sort());
		expect(overdue.map((row) => row[story!])).not.toContain(null);
	});

	it.each([0, 60, 150, 200, 400])(
		'is long past where the list of work says so, %i days from now',
		async (days) => {
			const day = addDays(TODAY, days);
			const { page, stories } = await storiesOn(day);
			const online = new Set(
				page.rows.filter(({ status }) => status === 'online_only').map((row) => row.id)
			);
			const libraries = [...new Set(page.rows.map(({ library }) => library.id))];
			const work = await listTasks(database.db, libraries, day, 'opening');
			const onWork = [...work.values()].flat().filter(({ kind }) => kind === 'long_past');
			const ids = onWork.map(({ point }) => point!.id).filter((id) => !online.has(id));
			const onMap = [...stories].filter(([, story]) => story === 'long_past').map(([id]) => id);
			expect(onMap.sort()).toEqual(ids.sort());
			if (days >= 200) expect(onMap.length).toBeGreaterThan(0);
		}
	);

	it('is of a library why its next opening is on hold, also when another point is late', async () => {
		const { db, ownerDb } = database;
		const place = await db
			.selectFrom('municipality')
			.select(['code', 'provinceCode'])
			.executeTakeFirstOrThrow();
		const library = await insertLibrary(ownerDb, { provinceCode: place.provinceCode });
		const [next, late] = [
			await insertInformationPoint(ownerDb, library.id, place.code),
			await insertInformationPoint(ownerDb, library.id, place.code)
		];
		const said = async () =>
			(await listReasons(db, whereOn(TODAY))).libraries.get(library.id) ?? null;
		const opening = (id: number) => ({ subject: pointOf(id), milestoneCode: 'opening' });
		const plan = { kind: 'planned', effectiveOn: '2021-06-01' } as const;
		await db.transaction().execute((trx) =>
			appendEvents(trx, AUTHOR, [
				{ ...opening(next), ...plan, targetOn: '2022-04-01' },
				{
					...{ ...opening(next), kind: 'on_hold', effectiveOn: '2022-01-10' },
					reasonCode: 'verbouwing'
				}
			])
		);
		expect(await said()).toEqual({
			...{ reason: 'Verbouwing of verhuizing', expectedOn: null, heldSince: '2022-01-10' }
		});
		await db.transaction().execute((trx) =>
			appendEvents(trx, AUTHOR, [
				{ ...opening(late), ...plan, targetOn: '2021-12-01' },
				{
					...{ ...opening(late), kind: 'planned', effectiveOn: '2021-11-01' },
					...{ targetOn: '2022-06-01', reasonCode: 'ict' }
				}
			])
		);
		expect(await said()).toMatchObject({
			reason: 'Verbouwing of verhuizing',
			heldSince: '2022-01-10'
		});
		await db
			.transaction()
			.execute((trx) =>
				appendEvents(trx, AUTHOR, [
					{ ...opening(next), kind: 'resumed', effectiveOn: '2022-01-20' }
				])
			);
		// Nothing is on hold: why the other is late is what there is to say.
		expect(await said()).toMatchObject({ reason: 'ICT niet op tijd klaar', heldSince: null });
	});
});

describe('the plan of a library or municipality', () => {
	it.each(['2022-01-31', '2021-03-31', '2022-09-30'] as const)(
		'is the same day in the list and in its dossier on %s, also when it is on hold',
		async (day) => {
			const { db } = database;
			const where = { ...whereOn(day), today: TODAY };
			const [libraries, municipalities] = await Promise.all([
				listLibraries(db, where, all),
				listMunicipalityStandings(db, where, { libraries: false, milestones: false })
			]);
			const asOf = { validOn: day, knownOn: null };
			const provinces = [...new Set(municipalities.map(({ province }) => province.code))];
			const points = (
				await Promise.all(
					provinces.map((provinceCode) =>
						listInformationPointsIn(db, { provinceCode }, asOf, TODAY)
					)
				)
			).flat();
			const per = <Key>(keyOf: (point: (typeof points)[number]) => Key) =>
				new Map([...Map.groupBy(points, keyOf)].map(([key, own]) => [key, openingDays(own)]));
			const ofLibrary = per(({ library }) => library.id);
			const ofMunicipality = per(({ municipality }) => municipality.code);
			expect(libraries.rows.map(({ id, planOn }) => [id, planOn])).toEqual(
				libraries.rows.map(({ id }) => [id, ofLibrary.get(id)?.awaited?.planOn ?? null])
			);
			expect(municipalities.map(({ code, planOn }) => [code, planOn])).toEqual(
				municipalities.map(({ code }) => [code, ofMunicipality.get(code)?.awaited?.planOn ?? null])
			);
		}
	);
});

describe('a white spot', () => {
	it('is told the same in the list, on the page of the coverage and in the briefing', async () => {
		const { db } = database;
		const where = whereOn(TODAY);
		const standings = await listMunicipalityStandings(db, where);
		const { municipalities: said } = await listReasons(db, where);
		const wanted = new Map(
			standings.map((row) => [row.code, planStory(row, said.get(row.code), TODAY)])
		);
		const told = (stories: ReadonlySet<PlanStory | null>) => [...stories].filter(Boolean);
		expect(told(new Set(wanted.values())).length).toBeGreaterThan(1);

		const question = await readQuestion(db, new URLSearchParams());
		const { coverage } = await readCoverage(question, parseCoverage(new URLSearchParams(), []));
		expect(coverage.whiteSpots.map(({ code, plan }) => [code, plan.story])).toEqual(
			coverage.whiteSpots.map(({ code }) => [code, wanted.get(code)])
		);

		const lines = await listLateLines(db, where, 'municipalities', standings);
		expect(coverage.whiteSpots.map(({ code, plan }) => [code, plan.line])).toEqual(
			coverage.whiteSpots.map(({ code }) => [code, lines[code] ?? null])
		);
		expect(coverage.whiteSpots.some(({ plan }) => plan.reason !== null)).toBe(true);

		const points = (await listInformationPoints(db, where, all)).rows;
		const pointLines = await listLateLines(db, where, 'points', points);
		const places = [...coverage.others, ...coverage.next.openings.map((one) => one.candidate)];
		const located = places.filter(({ name }) => name !== null);
		expect(located.map(({ id, plan }) => [id, plan.line])).toEqual(
			located.map(({ id }) => [id, pointLines[id] ?? null])
		);
		expect(located.some(({ plan }) => plan.story === 'withdrawn')).toBe(true);
	});
});
