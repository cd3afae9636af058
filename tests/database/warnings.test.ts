import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import { libraryOf, pointOf } from '#lib/ledger/subject/subject.ts';
import { appendEvents, type NewEvent } from '#lib/server/ledger/event/append.ts';
import { readGrid } from '#lib/server/work/grid/read-grid.ts';
import { findWorkLibrary, findWorkPoint } from '#lib/server/work/update/queries.ts';
import { listWarnings } from '#lib/server/work/update/list-warnings.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import { readWorkSheet } from '#lib/server/work/update/work-sheet.ts';
import { readWeek } from '#lib/server/work/week/read-week.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import type { GridParams } from '#lib/work/grid/types.ts';
import { lineKey } from '#lib/work/update/line-key.ts';
import {
	insertBasics,
	insertInformationPoint,
	insertLibrary,
	insertMunicipality,
	insertSupportInstitute,
	setToday
} from '#tests/factories/reference.ts';
import { insertUser } from '#tests/factories/user.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2021-05-10';

let database: TestDatabase;
let adviser: User;
let supportInstituteId: number;
let libraryId: number;
let slug: string;
let pointId: number;
let laterId: number;

beforeAll(async () => {
	database = await createTestDatabase();
	await insertBasics(database.ownerDb);
	await setToday(database.ownerDb, TODAY);
});
afterAll(() => database.drop());

beforeEach(async () => {
	overwriteGetLocale(() => 'nl');
	const { ownerDb } = database;
	supportInstituteId = await insertSupportInstitute(ownerDb);
	adviser = await insertUser(ownerDb, 'advisor', supportInstituteId);
	({ id: libraryId, slug } = await insertLibrary(ownerDb, { supportInstituteId }));
	const municipality = await insertMunicipality(ownerDb);
	pointId = await insertInformationPoint(ownerDb, libraryId, municipality);
	laterId = await insertInformationPoint(ownerDb, libraryId, municipality);
});

const append = (...events: Partial<NewEvent>[]) =>
	database.db.transaction().execute((trx) =>
		appendEvents(
			trx,
			authorOf(adviser),
			events.map((event) => ({
				...{ subject: libraryOf(libraryId), milestoneCode: 'training', kind: 'planned' },
				...{ effectiveOn: '2021-03-01', targetOn: '2021-06-01' },
				...event
			}))
		)
	);
const done = { kind: 'achieved', effectiveOn: '2021-05-03', targetOn: null } as const;

/** What the work sheets of the library and its locations say, each read by itself. */
async function onSheets() {
	const subjects = [
		(await findWorkLibrary(database.db, slug, TODAY))!,
		(await findWorkPoint(database.db, pointId, TODAY))!,
		(await findWorkPoint(database.db, laterId, TODAY))!
	];
	const said: Record<string, unknown> = {};
	for (const subject of subjects) {
		const { level, id } = subject;
		for (const { milestoneCode, warnings } of (await readWorkSheet(database.db, subject, TODAY))
			.rows) {
			if (warnings.length > 0) said[lineKey({ level, id, milestoneCode })] = warnings;
		}
	}
	return said;
}
const listed = async () => Object.fromEntries(await listWarnings(database.db, [libraryId], TODAY));

describe('warnings of many libraries and locations', () => {
	it.each<[string, number, () => Partial<NewEvent>[]]>([
		['nothing', 0, () => []],
		[
			'an opening after the last start, before its training',
			1,
			() => [
				{ targetOn: '2021-12-01' },
				{ subject: pointOf(pointId), milestoneCode: 'opening', targetOn: '2021-11-01' }
			]
		],
		[
			'an opening without what comes before it',
			1,
			() => [{ subject: pointOf(pointId), milestoneCode: 'opening', ...done }]
		],
		[
			'a step of the library that waits for its first location only',
			2,
			() => [
				{ milestoneCode: 'borging', ...done },
				{ subject: pointOf(pointId), milestoneCode: 'opening', ...done },
				{ milestoneCode: 'training', ...done },
				{ subject: pointOf(laterId), milestoneCode: 'opening', targetOn: '2021-07-01' },
				{ subject: pointOf(laterId), milestoneCode: 'registratie', targetOn: '2021-06-15' }
			]
		],
		[
			'a plan made after the fact, and one on a day that had passed',
			2,
			() => [
				{ milestoneCode: 'training', ...done },
				{ milestoneCode: 'training', effectiveOn: TODAY, targetOn: '2021-08-01' },
				{ milestoneCode: 'netwerk', effectiveOn: TODAY, targetOn: '2021-05-01' }
			]
		],
		[
			'what does not apply, is on hold, and is withdrawn',
			0,
			() => [
				{ milestoneCode: 'aanvraag', ...done, kind: 'not_applicable' },
				{ milestoneCode: 'beschikking', ...done },
				{ milestoneCode: 'training', ...done, kind: 'on_hold' },
				{ subject: pointOf(pointId), milestoneCode: 'gids', targetOn: '2021-07-01' },
				{ subject: pointOf(pointId), milestoneCode: 'gids', ...done, kind: 'plan_withdrawn' },
				{ subject: pointOf(pointId), milestoneCode: 'opening', targetOn: '2021-06-01' }
			]
		]
	])('say of %s what the work sheets say', async (_what, count, events) => {
		const said = events();
		if (said.length > 0) await append(...said);
		const sheets = await onSheets();
		expect(await listed()).toEqual(sheets);
		expect(Object.keys(sheets)).toHaveLength(count);
	});

	it('stand in the line of the week and in the cell of the table', async () => {
		await append(
			{ targetOn: '2021-12-01' },
			{ subject: pointOf(pointId), milestoneCode: 'opening', targetOn: '2021-05-12' },
			{ subject: pointOf(laterId), milestoneCode: 'opening', targetOn: '2021-10-01' }
		);
		const scope = { supportInstituteId, view: 'attention', page: 1 } as const;
		const { libraries } = await readWeek(database.db, scope, TODAY);
		expect(
			libraries.flatMap(({ tasks }) => tasks.map(({ key, warnings }) => [key, warnings]))
		).toEqual([[`p${pointId}-opening`, [{ code: 'planned_before', milestoneCode: 'training' }]]]);
		const params: GridParams = {
			...{ lane: 'plan', show: 'all', poi: null, province: null, library: null },
			...{ long: false, page: 1 }
		};
		const { rows } = await readGrid(database.db, params, supportInstituteId, TODAY);
		const cell = rows
			.flatMap(({ cells }) => cells)
			.find((one) => one?.key === `p${laterId}-opening`);
		expect(cell?.warnings).toEqual([
			'na de uiterste startdatum van 30 september 2021',
			'gepland vóór ‘Vaardigheidstraining gevolgd’'
		]);
	});
});
