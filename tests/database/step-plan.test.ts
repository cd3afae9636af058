import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import { pointOf } from '#lib/ledger/subject/subject.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { listBatch } from '#lib/server/ledger/change/queries.ts';
import { appendEvents } from '#lib/server/ledger/event/append.ts';
import { undoBatch } from '#lib/server/work/batch/undo-batch.ts';
import { readStepPlan } from '#lib/server/work/step-plan/read-step-plan.ts';
import { recordStepPlan } from '#lib/server/work/step-plan/record-step-plan.ts';
import { listSubjects } from '#lib/server/work/update/list-subjects.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import { readStepPlanForm } from '#lib/work/step-plan/read-form.ts';
import { isTakenAtFirst } from '#lib/work/step-plan/plan-back.ts';
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

const TODAY = '2021-03-01';
const OPENING = '2021-08-30';

let database: TestDatabase;
let adviser: User;
let libraryId: number;
let pointId: number;

beforeAll(async () => {
	database = await createTestDatabase();
	await insertBasics(database.ownerDb);
	await database.ownerDb
		.insertInto('reason')
		.values({ code: 'ict', labelNl: 'Ict', labelEn: 'IT', external: false, position: 1 })
		.execute();
});
afterAll(() => database.drop());

beforeEach(async () => {
	overwriteGetLocale(() => 'nl');
	const { ownerDb } = database;
	const supportInstituteId = await insertSupportInstitute(ownerDb);
	adviser = await insertUser(ownerDb, 'advisor', supportInstituteId);
	libraryId = (await insertLibrary(ownerDb, { supportInstituteId })).id;
	const municipality = await insertMunicipality(ownerDb);
	pointId = await insertInformationPoint(ownerDb, libraryId, municipality);
	await insertInformationPoint(ownerDb, libraryId, municipality);
	await setToday(ownerDb, TODAY);
	await plan('opening', OPENING);
});

const plan = (milestoneCode: string, targetOn: string) =>
	database.db
		.transaction()
		.execute((trx) =>
			appendEvents(trx, authorOf(adviser), [
				{ subject: pointOf(pointId), milestoneCode, kind: 'planned', effectiveOn: TODAY, targetOn }
			])
		);

const read = (asked: { pointId?: number; openingOn?: string } = {}) =>
	readStepPlan(
		database.db,
		{ libraryId, pointId: asked.pointId ?? null, openingOn: asked.openingOn ?? null },
		TODAY
	);

/** The form as it is filled in beforehand, with whatever else is typed. */
async function record(typed: Record<string, string> = {}) {
	const form = new FormData();
	form.set('madeOn', TODAY);
	for (const line of (await read()).flatMap(({ lines }) => lines)) {
		form.set(`basedOn.${line.key}`, String(line.basedOn ?? ''));
		form.set(`targetOn.${line.key}`, line.proposedOn ?? '');
		if (isTakenAtFirst(line)) form.set(`answer.${line.key}`, 'plan');
	}
	for (const [name, value] of Object.entries(typed)) form.set(name, value);
	const lines = readStepPlanForm(form)!;
	const subjects = await listSubjects(database.db, lines, TODAY);
	return { lines, ...(await recordStepPlan(database.db, adviser, lines, subjects, TODAY)) };
}

describe('a step plan', () => {
	it('is that of the library and its locations, or of one of them', async () => {
		const groups = await read();
		expect(groups.map(({ level, opening }) => [level, opening?.on ?? null])).toEqual([
			['library', OPENING],
			['information_point', OPENING],
			['information_point', null]
		]);
		expect((await read({ pointId })).map(({ id }) => id)).toEqual([pointId]);
		const asked = (await read({ openingOn: '2021-09-06' })).map(({ opening }) => opening?.said);
		expect(asked).toEqual(['planned', 'planned', 'asked']);
	});

	it('is recorded as one batch, twice sent once, and taken back whole', async () => {
		const { lines, batchId, outcomes } = await record();
		expect(lines.length).toBeGreaterThan(3);
		expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['recorded']));
		expect(await listBatch(database.db, adviser, batchId!)).toHaveLength(lines.length);
		const subjects = await listSubjects(database.db, lines, TODAY);
		const again = await recordStepPlan(database.db, adviser, lines, subjects, TODAY);
		expect(again.batchId).toBe(batchId);
		// Each open step now stands where its template puts it, and is not offered again.
		const left = (await read()).flatMap(({ lines: open }) => open).filter(isTakenAtFirst);
		expect(left).toEqual([]);
		await undoBatch(database.db, adviser, { batchId: batchId!, eventId: null }, TODAY);
		const open = (await read()).flatMap(({ lines: of }) => of).filter(isTakenAtFirst);
		expect(open).toHaveLength(lines.length);
	});

	it('asks why a plan moves, and writes that reason with no first plan', async () => {
		await plan('gids', '2021-05-01');
		const key = `p${pointId}-gids`;
		const chosen = { [`answer.${key}`]: 'plan' };
		const refused = await record(chosen);
		expect(refused.outcomes.find((one) => one.key === key)).toMatchObject({ outcome: 'invalid' });
		await undoBatch(database.db, adviser, { batchId: refused.batchId!, eventId: null }, TODAY);
		const { batchId, outcomes } = await record({ ...chosen, reason: 'ict' });
		expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['recorded']));
		const rows = await database.db
			.selectFrom('event')
			.select(['milestoneCode', 'reasonCode'])
			.where('batchId', '=', batchId)
			.where('reasonCode', 'is not', null)
			.execute();
		expect(rows).toEqual([{ milestoneCode: 'gids', reasonCode: 'ict' }]);
	});

	it('takes nothing but plans', () => {
		const form = new FormData();
		form.set(`answer.b${libraryId}-training`, 'achieve');
		expect(readStepPlanForm(form)).toBeNull();
		form.set(`answer.b${libraryId}-training`, 'plan');
		expect(readStepPlanForm(form)).toHaveLength(1);
	});
});
