import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '#lib/base/day/day.ts';
import { toQuestionAnswer } from '#lib/figures/question/answer.ts';
import { publishedFigure, quarterFigure } from '#lib/figures/question/figures.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import { listImports, listOpenLocations } from '#lib/server/figures/question/queries.ts';
import { questionPage } from '#lib/server/figures/question/page.ts';
import { importQuestions } from '#lib/server/figures/question/service.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY: Day = '2022-01-31';
const QUARTER = { start: '2021-07-01', end: '2021-09-30' };

let database: TestDatabase;
let locations: { id: number; name: string }[];
let author: { id: string; organisation: string };

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	locations = await listOpenLocations(database.db, QUARTER);
	author = await database.db
		.selectFrom('appUser')
		.select(['id', 'organisation'])
		.where('role', '=', 'programme_manager')
		.executeTakeFirstOrThrow();
});
afterAll(() => database.drop());

/** A file of the third quarter of 2021 with these counts, for the first locations that were open. */
const fileOf = (...counts: (number | string)[]) => {
	const lines = counts.map((count, at) => `2021-K3;${locations[at]?.id ?? ''};${count}`);
	const text = ['kwartaal;locatie_id;vragen', ...lines].join('\n');
	return { name: 'vragen.csv', bytes: new TextEncoder().encode(text) };
};
const importFile = (...counts: (number | string)[]) =>
	importQuestions(database.db, fileOf(...counts), author, TODAY);
const read = async (query = '') => {
	const { questions } = await questionPage.read(database.db, new URLSearchParams(query));
	return questions;
};

describe('published numbers of questions', () => {
	it('stand beside the locations that were open on their day', async () => {
		const { published } = await read();
		const headline = await readHeadline(database.db, {
			asOf: { validOn: '2021-11-30', knownOn: null },
			today: TODAY,
			filters: NO_FILTERS
		});
		expect(published).toMatchObject([
			{ appliesOn: '2021-11-30', value: 16_000, atLeast: true, publisher: 'NOS' }
		]);
		expect(published[0]?.open).toBe(headline.locations.open);
		expect(publishedFigure({ published }).sentence).toContain('meer dan 16.000 vragen');
	});

	it('are not there before their day, before they could be known, or with a filter', async () => {
		expect((await read('peildatum=2021-11-29')).published).toEqual([]);
		expect((await read('bekendOp=2021-11-29')).published).toEqual([]);
		expect((await read('provincie=limburg')).published).toEqual([]);
	});
});

describe('registered questions', () => {
	it('are imported whole, add up, and the last file of a quarter counts', async () => {
		expect(await importFile(100, 3, '<5', 7)).toEqual({
			imported: { code: '2021-k3', locations: 4, suppressed: 2 }
		});
		const questions = await read();
		expect(questions.quarters).toMatchObject([
			{ quarterEnd: '2021-09-30', questions: 107, locations: 4, suppressed: 2, importedOn: TODAY }
		]);
		await importFile(100, 50, 6);
		expect((await read()).quarters).toMatchObject([
			{ questions: 156, locations: 3, suppressed: 0 }
		]);
		expect((await read('bekendOp=2022-01-30')).quarters).toEqual([]);
		expect((await read('peildatum=2021-09-29')).quarters).toEqual([]);
	});

	it('are listed by their file, the last one first', async () => {
		await importFile(100, 3);
		await importFile(7, 50, 6);
		const [last, before] = await listImports(database.db);
		const { name } = await database.db
			.selectFrom('appUser')
			.select('name')
			.where('id', '=', author.id)
			.executeTakeFirstOrThrow();
		expect(last).toMatchObject({
			...{ quarterEnd: '2021-09-30', fileName: 'vragen.csv', author: name },
			...{ locations: 3, suppressed: 0 }
		});
		expect(before).toMatchObject({ locations: 2, suppressed: 1 });
	});

	it('say the same in the chart, the table and the API, and follow the filters', async () => {
		await importFile(40, 2, 9);
		const questions = await read();
		const { panels, table, sentence } = quarterFigure(questions);
		const answer = toQuestionAnswer(questions, { dataVersion: 1, origin: 'https://ido.test' });
		expect(answer.kwartalen).toMatchObject([{ kwartaal: '2021-k3', vragen: 49 }]);
		expect(table.rows[0]?.slice(1, 4)).toEqual([49, 3, 1]);
		expect(panels[0]?.chart).toMatchObject({ series: [{ values: [49] }] });
		expect(sentence).toContain('Van 1 locatie met minder dan 5 vragen is het aantal niet bewaard');
		const provinces = await database.db.selectFrom('province').select('slug').execute();
		const parts = await Promise.all(provinces.map(({ slug }) => read(`provincie=${slug}`)));
		const sum = parts.flatMap(({ quarters }) => quarters).map((part) => part.questions);
		expect(sum.reduce((total, part) => total + part, 0)).toBe(49);
	});

	it('of a file with a mistake are not imported at all', async () => {
		const before = await read();
		expect(await importFile(12, 'x')).toEqual({
			problems: [{ kind: 'count', line: 3, value: 'x' }]
		});
		const bytes = new TextEncoder().encode(
			`kwartaal;locatie_id;vragen\n2022-K1;${locations[0]?.id};9`
		);
		expect(await importQuestions(database.db, { name: 'a.csv', bytes }, author, TODAY)).toEqual({
			problems: [{ kind: 'not_over' }]
		});
		expect((await read()).quarters).toEqual(before.quarters);
	});

	it('cannot be changed, removed, or kept below five, by the application', async () => {
		await importFile(12);
		const refused = { constraint: 'question_import_immutable' };
		await expect(
			database.db.updateTable('questionCount').set({ questions: 99 }).execute()
		).rejects.toMatchObject(refused);
		await expect(database.db.deleteFrom('questionImport').execute()).rejects.toMatchObject(refused);
		await expect(
			sql`insert into question_count select max(id), ${locations[5]?.id}, 4 from question_import`.execute(
				database.db
			)
		).rejects.toMatchObject({ constraint: 'question_count_small_is_suppressed' });
	});
});
