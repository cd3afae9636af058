import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { listBatch } from '#lib/server/ledger/change/queries.ts';
import { listSubjectEvents } from '#lib/server/ledger/change/recorded-events.ts';
import { appendEvents, type NewEvent } from '#lib/server/ledger/event/append.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import { listSubjects } from '#lib/server/work/update/list-subjects.ts';
import { readWeek } from '#lib/server/work/week/read-week.ts';
import { recordAnswers } from '#lib/server/work/week/record-answers.ts';
import { undoBatch } from '#lib/server/work/batch/undo-batch.ts';
import { readLines } from '#lib/work/week/read-lines.ts';
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
import { libraryOf, pointOf } from '#lib/ledger/subject/subject.ts';

const PLANNED = '2021-03-01';
const TODAY = '2021-05-10';

let database: TestDatabase;
let adviser: User;
let colleague: User;
let manager: User;
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
	colleague = await insertUser(ownerDb, 'advisor', supportInstituteId);
	manager = await insertUser(ownerDb, 'programme_manager', null, 'KB');
	libraryId = (await insertLibrary(ownerDb, { supportInstituteId })).id;
	pointId = await insertInformationPoint(ownerDb, libraryId, await insertMunicipality(ownerDb));
	// Three things of the library and one of its location were planned, and their day has passed.
	await setToday(ownerDb, PLANNED);
	await append(adviser, [
		plan({ milestoneCode: 'training' }),
		plan({ milestoneCode: 'netwerk' }),
		plan({ milestoneCode: 'elearning' }),
		plan({ subject: pointOf(pointId), milestoneCode: 'opening' })
	]);
	await setToday(ownerDb, TODAY);
});

const plan = (values: Partial<NewEvent>): NewEvent => ({
	...{ subject: libraryOf(libraryId), milestoneCode: 'training', kind: 'planned' },
	...{ effectiveOn: PLANNED, targetOn: '2021-04-01' },
	...values
});

const append = (user: User, events: NewEvent[]) =>
	database.db.transaction().execute((trx) => appendEvents(trx, authorOf(user), events));

const week = async () => {
	const { supportInstituteId } = adviser;
	const { libraries } = await readWeek(
		database.db,
		{ supportInstituteId, view: 'attention', page: 1 },
		TODAY
	);
	return libraries.flatMap(({ tasks }) => tasks);
};

/** The milestones that the list asks about. */
const asked = async () => (await week()).map(({ milestoneCode }) => milestoneCode).toSorted();

/** The form as the page sends it: the newest entry of each line, and what somebody filled in. */
async function fill(answers: Record<string, Record<string, string>>): Promise<FormData> {
	const form = new FormData();
	form.set('madeOn', TODAY);
	for (const { milestoneCode, key, basedOn } of await week()) {
		form.set(`basedOn.${key}`, String(basedOn ?? ''));
		for (const [field, value] of Object.entries(answers[milestoneCode] ?? {}))
			form.set(`${field}.${key}`, value);
	}
	return form;
}

async function send(form: FormData, user = adviser) {
	const { lines } = readLines(form);
	const subjects = await listSubjects(database.db, lines, TODAY);
	return recordAnswers(database.db, user, lines, subjects, TODAY);
}

const DONE = { answer: 'achieve', effectiveOn: TODAY };
const LATER = { answer: 'plan', targetOn: '2021-09-01', reason: 'ict' };
const RIGHT = { answer: 'confirm' };
const OPEN = { ...DONE, openingForm: 'volledig' };

describe('the answers of the list of the week', () => {
	it('are recorded as one batch, and leave the list', async () => {
		expect(await asked()).toEqual(['elearning', 'netwerk', 'opening', 'training']);
		const { batchId, outcomes } = await send(
			await fill({ training: DONE, netwerk: LATER, elearning: RIGHT, opening: OPEN })
		);
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(4).fill('recorded'));
		expect(await asked()).toEqual([]);
		const entries = await listBatch(database.db, adviser, batchId!);
		expect(
			entries.map(({ milestoneCode, kind, targetOn }) => [milestoneCode, kind, targetOn]).toSorted()
		).toEqual([
			['elearning', 'confirmed', null],
			['netwerk', 'planned', '2021-09-01'],
			['opening', 'achieved', null],
			['training', 'achieved', null]
		]);
	});

	it('say what is wrong with a line, and record the others', async () => {
		const { batchId, outcomes } = await send(
			await fill({
				training: { ...DONE, effectiveOn: '2021-06-01' },
				netwerk: { answer: 'plan', targetOn: 'gauw' },
				elearning: DONE
			})
		);
		const errors = Object.fromEntries(
			outcomes.map((one) => [
				one.key.slice(one.key.indexOf('-') + 1),
				one.outcome === 'invalid' ? Object.keys(one.errors).toSorted() : one.outcome
			])
		);
		expect(errors).toEqual({
			training: ['effectiveOn'],
			netwerk: ['reason', 'targetOn'],
			elearning: 'recorded'
		});
		expect((await listBatch(database.db, adviser, batchId!)).length).toBe(1);
		expect(await asked()).toEqual(['netwerk', 'opening', 'training']);
	});

	it('are recorded once when the form is sent twice', async () => {
		const form = await fill({ training: DONE, elearning: RIGHT });
		const { batchId } = await send(form);
		const again = await send(form);
		// The same answer as the first time, with what can be taken back.
		expect(again).toMatchObject({
			batchId,
			outcomes: [{ outcome: 'recorded' }, { outcome: 'recorded' }]
		});
		const events = await listSubjectEvents(database.db, libraryOf(libraryId));
		expect(events.flatMap(({ kind }) => (kind === 'planned' ? [] : [kind])).toSorted()).toEqual([
			'achieved',
			'confirmed'
		]);
	});

	it('are recorded once too when the location works only online, which is no opening', async () => {
		const form = await fill({ opening: { ...OPEN, openingForm: 'alleen_online' } });
		const { batchId } = await send(form);
		expect(await send(form)).toMatchObject({ batchId, outcomes: [{ outcome: 'recorded' }] });
	});

	it('of a form of yesterday are asked about, not dated today or yesterday', async () => {
		const form = await fill({ training: { ...DONE, effectiveOn: '2021-05-09' }, elearning: LATER });
		form.set('madeOn', '2021-05-09');
		const { outcomes } = await send(form);
		expect(outcomes.find(({ key }) => key.endsWith('training'))).toMatchObject({
			outcome: 'invalid',
			errors: { effectiveOn: expect.any(String) as string }
		});
		expect(outcomes.find(({ key }) => key.endsWith('elearning'))?.outcome).toBe('recorded');
	});

	it('take the end of a closure that lasted too long', async () => {
		await send(await fill({ opening: { ...OPEN, effectiveOn: '2021-05-01' } }));
		const closed = { kind: 'temporarily_closed', milestoneCode: 'operation' } as const;
		const days = { effectiveOn: '2021-05-02', targetOn: '2021-05-08', reasonCode: 'ict' };
		await append(colleague, [plan({ subject: pointOf(pointId), ...closed, ...days })]);
		expect(await asked()).toContain('operation');
		await send(await fill({ operation: { answer: 'reopen', effectiveOn: TODAY } }));
		expect(await asked()).not.toContain('operation');
	});

	it('tell of a colleague who recorded in between, and overwrite nothing', async () => {
		const form = await fill({ training: DONE, netwerk: DONE });
		await append(colleague, [plan({ targetOn: '2021-10-01', effectiveOn: TODAY })]);
		const { outcomes } = await send(form);
		const outcomeOf = (code: string) => outcomes.find(({ key }) => key.endsWith(code));
		expect(outcomeOf('netwerk')).toMatchObject({ outcome: 'recorded' });
		expect(outcomeOf('training')).toMatchObject({
			outcome: 'conflict',
			theirs: { targetOn: '2021-10-01', recordedBy: colleague.id }
		});
	});

	it('say of one milestone that it is still right, not of the others', async () => {
		await send(await fill({ training: RIGHT }));
		expect(await asked()).toEqual(['elearning', 'netwerk', 'opening']);
	});
});

it('shows a library with open answers first, on whatever page it would stand', async () => {
	const { supportInstituteId } = adviser;
	const page = (number: number, open: number[]) =>
		readWeek(database.db, { supportInstituteId, view: 'attention', page: number, open }, TODAY);
	expect((await page(2, [])).libraries).toEqual([]);
	expect((await page(2, [libraryId])).libraries.map(({ id }) => id)).toEqual([libraryId]);
	expect((await page(1, [libraryId])).libraries.map(({ id }) => id)).toEqual([libraryId]);
});

describe('what was recorded in one batch', () => {
	async function recordTwo(): Promise<number> {
		return (await send(await fill({ training: DONE, netwerk: LATER }))).batchId!;
	}

	it('is taken back whole, by one who sends it twice too', async () => {
		const batchId = await recordTwo();
		const undo = () => undoBatch(database.db, adviser, { batchId, eventId: null }, TODAY);
		expect(await undo()).toEqual({ outcome: 'undone', undone: 2, kept: 0 });
		expect(await undo()).toEqual({ outcome: 'undone', undone: 0, kept: 2 });
		expect(await asked()).toEqual(['elearning', 'netwerk', 'opening', 'training']);
	});

	it('is taken back by the entry; the programme manager may too', async () => {
		const batchId = await recordTwo();
		const entries = await listBatch(database.db, adviser, batchId);
		const training = entries.find(({ milestoneCode }) => milestoneCode === 'training');
		const one = { batchId, eventId: training!.id };
		expect(await undoBatch(database.db, manager, one, TODAY)).toMatchObject({ undone: 1 });
		expect(await asked()).toEqual(['elearning', 'opening', 'training']);
	});

	it('keeps what a colleague recorded since', async () => {
		const batchId = await recordTwo();
		await append(colleague, [
			plan({ milestoneCode: 'netwerk', targetOn: '2021-12-01', effectiveOn: TODAY })
		]);
		await undoBatch(database.db, adviser, { batchId, eventId: null }, TODAY);
		const events = await listSubjectEvents(database.db, libraryOf(libraryId));
		const undone = new Set(events.map(({ correctsEventId }) => correctsEventId));
		const standing = events.filter(({ id, kind }) => kind !== 'undone' && !undone.has(id));
		expect(standing.at(-1)).toMatchObject({ targetOn: '2021-12-01', recordedBy: colleague.id });
	});

	it.each(['colleague', 'stranger'] as const)('is not taken back by a %s', async (who) => {
		const batchId = await recordTwo();
		const elsewhere = await insertSupportInstitute(database.ownerDb);
		const stranger = await insertUser(database.ownerDb, 'advisor', elsewhere);
		const user = who === 'colleague' ? colleague : stranger;
		const undo = undoBatch(database.db, user, { batchId, eventId: null }, TODAY);
		expect(await undo).toEqual({ outcome: 'forbidden' });
		expect(await listBatch(database.db, user, batchId)).toEqual([]);
	});
});
