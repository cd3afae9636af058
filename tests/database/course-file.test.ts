import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import type { Cell, Tables } from '#lib/base/spreadsheet/spreadsheet.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { NO_COUNTS } from '#lib/programme/course/course.ts';
import { readLibraryCourses } from '#lib/server/programme/course/queries.ts';
import { recordCourses } from '#lib/server/programme/course/service.ts';
import { applyCourseFile, undoCourseFile } from '#lib/server/work/course-file/apply-course-file.ts';
import { courseBook } from '#lib/server/work/course-file/course-book.ts';
import { readCoursePreview } from '#lib/server/work/course-file/read-course-preview.ts';
import { reportsOfUpload } from '#lib/server/work/course-file/reports-of-upload.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import { findUpload, keepUpload, type Upload } from '#lib/server/work/workbook/queries.ts';
import {
	insertBasics,
	insertLibrary,
	insertSupportInstitute,
	setToday
} from '#tests/factories/reference.ts';
import { insertUser } from '#tests/factories/user.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';
const YEAR = 2021;

let database: TestDatabase;
let adviser: User;
let colleague: User;
let libraries: { id: number; name: string }[];

beforeAll(async () => {
	database = await createTestDatabase();
	await insertBasics(database.ownerDb);
	await setToday(database.ownerDb, TODAY);
});
afterAll(() => database.drop());
beforeEach(async () => {
	overwriteGetLocale(() => 'nl');
	const { ownerDb } = database;
	const supportInstituteId = await insertSupportInstitute(ownerDb);
	adviser = await insertUser(ownerDb, 'advisor', supportInstituteId);
	colleague = await insertUser(ownerDb, 'advisor', supportInstituteId);
	const ids = [
		(await insertLibrary(ownerDb, { supportInstituteId })).id,
		(await insertLibrary(ownerDb, { supportInstituteId })).id
	];
	libraries = await ownerDb
		.selectFrom('library')
		.select(['id', 'name'])
		.where('id', 'in', ids)
		.orderBy('id')
		.execute();
});

/** The workbook of this adviser, with numbers of Klik & Tik typed into the rows of libraries. */
async function filled(said: Record<string, [Cell, Cell]>): Promise<Tables> {
	const { sheets } = await courseBook(database.db, adviser, YEAR, TODAY);
	return {
		kind: 'xlsx',
		from1904: false,
		sheets: sheets.map(({ name, columns, rows }) => ({
			name,
			rows: [columns.map(({ header }): Cell => header), ...rows].map((cells, at) => {
				const typed = at === 0 || columns.length <= 3 ? undefined : said[String(cells[0])];
				return { number: at + 1, cells: typed ? cells.with(2, typed[0]).with(3, typed[1]) : cells };
			})
		}))
	};
}

async function send(tables: Tables): Promise<Upload> {
	const { db } = database;
	const id = await keepUpload(db, adviser, { name: 'cursussen.xlsx', tables, kind: 'courses' });
	return (await findUpload(db, adviser, id, 'courses'))!;
}
const apply = async (upload: Upload) => {
	await applyCourseFile(database.db, adviser, upload, TODAY);
	return (await findUpload(database.db, adviser, upload.id, 'courses'))!;
};
const standing = async ({ id }: { id: number }) =>
	(await readLibraryCourses(database.db, id, YEAR)).counts.klik_en_tik;
async function report({ id }: { id: number }, groups: number, participants: number) {
	const { basedOn } = await readLibraryCourses(database.db, id, YEAR);
	const counts = { ...NO_COUNTS, klik_en_tik: { groups, participants } };
	return recordCourses(
		...([database.db, authorOf(colleague)] as const),
		{ libraryId: id, year: YEAR, counts, source: 'opgave_bibliotheek', basedOn },
		TODAY
	);
}
const preview = (upload: Upload) =>
	readCoursePreview(database.db, adviser, upload, { search: new URLSearchParams(), today: TODAY });

describe('a file of courses', () => {
	it('is compared, recorded once, and says nothing new when it is read again', async () => {
		const [first, second] = libraries as [
			{ id: number; name: string },
			{ id: number; name: string }
		];
		const tables = await filled({ [first.name]: [4, 31], [second.name]: [1, '<5'] });
		const upload = await send(tables);
		expect(await standing(first)).toBeNull();
		expect(await preview(upload)).toMatchObject({ fate: 'new', counts: { new: 2, wrong: 0 } });
		const did = await apply(upload);
		expect(did).toMatchObject({ recordedCount: 2, leftCount: 0 });
		expect([await standing(first), await standing(second)]).toEqual([
			{ groups: 4, participants: 31 },
			{ groups: 1, participants: null }
		]);
		await apply(upload);
		const { rows } = await sql<{ count: number }>`
			select count(*)::int as count from course_count where upload_id = ${upload.id}`.execute(
			database.db
		);
		expect(rows).toEqual([{ count: 2 }]);
		expect(
			(await preview(await send(await filled({ [first.name]: [4, 31] })))).counts
		).toMatchObject({ new: 0, same: 2 });
	});

	it('leaves what a colleague reported since the download, and records it when that is chosen', async () => {
		const [first] = libraries as [{ id: number; name: string }];
		const tables = await filled({ [first.name]: [5, 40] });
		await report(first, 4, 31);
		const upload = await send(tables);
		const { rows, counts } = await preview(upload);
		expect(counts).toMatchObject({ conflict: 1, new: 0 });
		expect(rows[0]!.theirs?.text).toContain('Klik & Tik: 4 groepen, 31 deelnemers');
		const mine = { [rows[0]!.key]: { mineOver: rows[0]!.theirs!.id, pastMeant: false } };
		const answers = { order: null, rows: mine };
		await applyCourseFile(database.db, adviser, { ...upload, answers }, TODAY);
		expect(await standing(first)).toEqual({ groups: 5, participants: 40 });
	});

	it('is undone whole: what was known before is reported anew, and what came since stays', async () => {
		const [first, second] = libraries as [
			{ id: number; name: string },
			{ id: number; name: string }
		];
		await report(first, 4, 31);
		const upload = await send(await filled({ [first.name]: [5, 40], [second.name]: [2, 20] }));
		await apply(upload);
		expect(await reportsOfUpload(database.db, upload.id)).toMatchObject([
			{ libraryId: first.id, groups: 4, participants: 31, isLatest: true },
			{ libraryId: second.id, groups: null, participants: null, isLatest: true }
		]);
		await report(second, 3, 33);
		expect(await undoCourseFile(database.db, adviser, upload.id)).toEqual({
			...{ outcome: 'undone', kept: 1 }
		});
		expect([await standing(first), await standing(second)]).toEqual([
			{ groups: 4, participants: 31 },
			{ groups: 3, participants: 33 }
		]);
		// A second time nothing happens.
		await report(first, 9, 90);
		expect(await undoCourseFile(database.db, adviser, upload.id)).toMatchObject({ kept: 0 });
		expect(await standing(first)).toEqual({ groups: 9, participants: 90 });
	});

	it('is of its author alone, and not undone by who no longer works for the library', async () => {
		const [first] = libraries as [{ id: number; name: string }];
		const upload = await send(await filled({ [first.name]: [5, 40] }));
		expect(await findUpload(database.db, colleague, upload.id, 'courses')).toBeUndefined();
		expect(await findUpload(database.db, adviser, upload.id)).toBeUndefined();
		await apply(upload);
		const elsewhere = await insertSupportInstitute(database.ownerDb);
		const moved = {
			...adviser,
			...{ supportInstituteId: elsewhere }
		} as User;
		expect(await undoCourseFile(database.db, moved, upload.id)).toEqual({ outcome: 'forbidden' });
		expect(await standing(first)).toEqual({ groups: 5, participants: 40 });
	});

	it('sent by two at once is recorded once', async () => {
		const [first] = libraries as [{ id: number; name: string }];
		const upload = await send(await filled({ [first.name]: [5, 40] }));
		await Promise.all([apply(upload), apply(upload), apply(upload)]);
		expect(await reportsOfUpload(database.db, upload.id)).toHaveLength(1);
	});
});
