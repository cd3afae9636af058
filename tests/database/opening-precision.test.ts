import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pointText } from '#lib/network/standing/place-text.ts';
import { sideText } from '#lib/figures/compare/texts.ts';
import { comparePage } from '#lib/server/figures/compare/page.ts';
import { listPlanMoves } from '#lib/server/figures/plan-moves/queries.ts';
import { csvTable } from '#lib/server/network/standing/csv-table.ts';
import { listInformationPoints } from '#lib/server/network/standing/list-information-points.ts';
import { listLibraries } from '#lib/server/network/standing/list-libraries.ts';
import { listMapPoints } from '#lib/server/network/standing/list-map-points.ts';
import { listMunicipalityStandings } from '#lib/server/network/standing/list-municipality-standings.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';
const where = { asOf: { validOn: TODAY, knownOn: null }, today: TODAY, filters: NO_FILTERS };
const all = { sort: 'name', direction: 'asc', page: 1, pageSize: 5_000 } as const;
let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());

/** What the ledger says, asked in another way: the opening that stands, and its precision. */
async function inexact() {
	const { rows } = await sql<{ id: number; libraryId: number; precision: string }>`
		select stand.information_point_id as id, stand.library_id, said.date_precision as precision
		from information_point_state stand join lateral (
			select event.date_precision, event.effective_on from event
			where event.information_point_id = stand.information_point_id
				and event.milestone_code = 'opening' and event.kind = 'achieved'
			order by event.id desc limit 1
		) said on said.effective_on = stand.opened_on
		where stand.known_to = 'infinity' and stand.valid_from <= ${TODAY} and stand.valid_to > ${TODAY}
			and said.date_precision <> 'day'`.execute(database.db);
	return rows;
}

describe('an opening of which only the month or the year is known', () => {
	it('is told no more exactly in lists, on the map and in files', async () => {
		const wanted = await inexact();
		expect(wanted.length).toBeGreaterThan(0);
		const precisions = new Map(wanted.map(({ id, precision }) => [id, precision]));
		const points = await listInformationPoints(database.db, where, all);
		for (const { id, openedPrecision } of points.rows) {
			expect(openedPrecision).toBe(precisions.get(id));
		}
		const onMap = await listMapPoints(database.db, where);
		const one = onMap.find(({ id, status }) => precisions.has(id) && status === 'realised')!;
		expect(one.openedPrecision).toBe(precisions.get(one.id));
		expect(pointText(one)).not.toMatch(/\d+ \w+ \d{4}/);
		const { columns, rows } = csvTable(
			{ list: 'informationPoints', page: points },
			{ said: new Map(), factDay: where.today }
		);
		const at = columns.indexOf('open_sinds');
		expect(columns[at + 1]).toBe('open_sinds_precisie');
		const words = { day: 'dag', month: 'maand', year: 'jaar' };
		expect(rows.map((row) => row[at + 1])).toEqual(
			points.rows.map(({ openedOn, openedPrecision = 'day' }) => openedOn && words[openedPrecision])
		);
	});

	it('is told no more exactly beside another day', async () => {
		const precisions = new Map((await inexact()).map(({ id, precision }) => [id, precision]));
		const params = new URLSearchParams('vergelijk=2019-06-30&peildatum=2022-01-31');
		const { comparison } = await comparePage.read(database.db, params);
		const opened = comparison.points.filter(({ change }) => change === 'opened');
		const told = opened.filter(({ after }) => after?.openedPrecision);
		expect(new Map(told.map(({ id, after }) => [id, after!.openedPrecision]))).toEqual(
			new Map(opened.flatMap(({ id }) => (precisions.has(id) ? [[id, precisions.get(id)]] : [])))
		);
		expect(told.length).toBeGreaterThan(5);
		for (const { after, change } of told) {
			expect(sideText(after, change)).toMatch(/ (\D+ )?\d{4}(, |$)/);
			expect(sideText(after, change)).not.toMatch(/\d+ \w+ \d{4}/);
		}
	});

	it('is told no more exactly where a plan ended in it', async () => {
		const precisions = new Map(
			(await inexact()).map(({ id, precision }) => [String(id), precision])
		);
		const query = { milestone: 'opening', cause: null } as const;
		const { rows } = await listPlanMoves(database.db, where, query, 100_000);
		const ends = rows.filter(({ cause }) => cause.endsWith('-gehaald'));
		expect(ends.some(({ key }) => precisions.has(key))).toBe(true);
		for (const { key, toPrecision } of ends)
			expect([key, toPrecision]).toEqual([key, precisions.get(key) ?? 'day']);
		expect(
			rows
				.filter(({ cause }) => !cause.endsWith('-gehaald'))
				.every(({ toPrecision }) => toPrecision === 'day')
		).toBe(true);
	});

	it('is told so of its library and municipality where it is their first', async () => {
		const [libraries, municipalities, points] = await Promise.all([
			listLibraries(database.db, where, all),
			listMunicipalityStandings(database.db, where),
			listInformationPoints(database.db, where, all)
		]);
		const firstOf = (rows: typeof points.rows, openedOn: string | null) =>
			rows.find((row) => row.openedOn === openedOn && row.openedPrecision);
		for (const row of libraries.rows) {
			const own = points.rows.filter(({ library }) => library.id === row.id);
			expect(row.openedPrecision).toBe(firstOf(own, row.openedOn)?.openedPrecision);
		}
		for (const row of municipalities) {
			const own = points.rows.filter(({ municipality }) => municipality.code === row.code);
			expect(row.openedPrecision).toBe(firstOf(own, row.openedOn)?.openedPrecision);
		}
		expect(municipalities.some(({ openedPrecision }) => openedPrecision)).toBe(true);
	});
});
