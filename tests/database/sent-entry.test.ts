import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import { libraryOf } from '#lib/ledger/subject/subject.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { listSubjectEvents } from '#lib/server/ledger/change/recorded-events.ts';
import { undoBatch } from '#lib/server/work/batch/undo-batch.ts';
import { listSubjects } from '#lib/server/work/update/list-subjects.ts';
import { confirmRecord, recordAct, undoEntry } from '#lib/server/work/update/service.ts';
import { recordAnswers } from '#lib/server/work/week/record-answers.ts';
import { lineKeyField } from '#lib/work/offline/sent.ts';
import { actForm } from '#lib/work/update/schema.ts';
import type { WorkSubject } from '#lib/work/update/work-subject.ts';
import { answeredOn, readLines } from '#lib/work/week/read-lines.ts';
import {
	insertBasics,
	insertLibrary,
	insertSupportInstitute,
	setToday
} from '#tests/factories/reference.ts';
import { insertUser } from '#tests/factories/user.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2021-05-10';
const EARLIER = '2021-05-07';

let database: TestDatabase;
let adviser: User;
let colleague: User;
let library: WorkSubject;

beforeAll(async () => {
	database = await createTestDatabase();
	await insertBasics(database.ownerDb);
});
afterAll(() => database.drop());

beforeEach(async () => {
	overwriteGetLocale(() => 'nl');
	const { ownerDb } = database;
	await setToday(ownerDb, TODAY);
	const supportInstituteId = await insertSupportInstitute(ownerDb);
	adviser = await insertUser(ownerDb, 'advisor', supportInstituteId);
	colleague = await insertUser(ownerDb, 'advisor', supportInstituteId);
	const { id } = await insertLibrary(ownerDb, { supportInstituteId });
	library = [...(await listSubjects(ownerDb, [libraryOf(id)], TODAY)).values()][0]!;
});

const sent = (key = crypto.randomUUID() as string) => ({ key, madeAt: null });
const ledger = async () =>
	(await listSubjectEvents(database.db, library)).map(({ kind, effectiveOn }) => [
		kind,
		effectiveOn
	]);

const achieve = (entry: { key: string; madeAt: Date | null }, basedOn = '', user = adviser) => {
	const typed = { milestone: 'training', basedOn, effectiveOn: TODAY, madeOn: TODAY };
	const values = actForm.parse(typed);
	return recordAct(database.db, user, library, 'achieve', values, TODAY, entry);
};

const lineOf = (milestone: string) => `b${library.id}-${milestone}`;

/** The list of the week with these lines answered, sent with these keys. */
function answer(keys: Record<string, string>, on = TODAY, basedOn: Record<string, number> = {}) {
	const form = new FormData();
	for (const [milestone, key] of Object.entries(keys)) {
		form.set(`answer.${lineOf(milestone)}`, milestone === 'borging' ? 'confirm' : 'achieve');
		form.set(`basedOn.${lineOf(milestone)}`, String(basedOn[milestone] ?? ''));
		form.set(lineKeyField(lineOf(milestone)), key);
	}
	const lines = answeredOn(readLines(form).lines, on);
	const subjects = new Map([[`library ${library.id}`, library]]);
	return listSubjects(database.db, lines, TODAY).then((found) =>
		recordAnswers(database.db, adviser, lines, found.size > 0 ? found : subjects, TODAY)
	);
}

describe('an entry with a key', () => {
	it('is recorded once when its answer was lost, also when it was taken back since', async () => {
		const entry = sent();
		const first = await achieve(entry);
		expect(first.outcome).toBe('recorded');
		if (first.outcome !== 'recorded') return;
		await undoEntry(database.db, adviser, library, first.eventId, TODAY);
		// Without the key this were a conflict, or a second entry.
		expect(await achieve(entry)).toEqual(first);
		expect(await ledger()).toHaveLength(2);
	});

	it('is recorded once when it comes twice at the same moment', async () => {
		const entry = sent();
		const outcomes = await Promise.all([achieve(entry), achieve(entry), achieve(entry)]);
		expect(new Set(outcomes.map((one) => JSON.stringify(one))).size).toBe(1);
		expect(await ledger()).toEqual([['achieved', TODAY]]);
	});

	it('is nobody else’s: the same key of a colleague is another entry', async () => {
		const entry = sent();
		await achieve(entry);
		expect((await achieve(entry, '', colleague)).outcome).toBe('conflict');
	});

	it('that was refused may come again, and is judged anew', async () => {
		const theirs = await achieve(sent(), '', colleague);
		const entry = sent();
		expect((await achieve(entry)).outcome).toBe('conflict');
		if (theirs.outcome !== 'recorded') throw new Error('not recorded');
		await undoEntry(database.db, colleague, library, theirs.eventId, TODAY);
		const [, undone] = await listSubjectEvents(database.db, library);
		expect((await achieve(entry, String(undone!.id))).outcome).toBe('recorded');
	});

	it('says “still right” of the day on which it was said, once', async () => {
		const entry = sent();
		const first = await confirmRecord(database.db, adviser, library, EARLIER, entry);
		expect(await confirmRecord(database.db, adviser, library, TODAY, entry)).toEqual(first);
		expect(await ledger()).toEqual([['confirmed', EARLIER]]);
	});
});

describe('answers in the list of the week with keys', () => {
	it('are each recorded once: the first time together, then one by one', async () => {
		const keys = { training: crypto.randomUUID(), netwerk: crypto.randomUUID() };
		const first = await answer(keys);
		expect(first.outcomes.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded']);
		await undoBatch(database.db, adviser, { batchId: first.batchId!, eventId: null }, TODAY);
		const before = await ledger();
		expect(await answer({ training: keys.training })).toEqual({
			batchId: first.batchId,
			outcomes: [{ key: lineOf('training'), outcome: 'recorded' }]
		});
		await answer({ netwerk: keys.netwerk });
		expect(await ledger()).toEqual(before);
	});

	it('are recorded when only some of them came before', async () => {
		const training = crypto.randomUUID();
		await answer({ training });
		await answer({ training, netwerk: crypto.randomUUID() });
		expect(await ledger()).toHaveLength(2);
	});

	it('are of the day on which they were given', async () => {
		await answer({ training: crypto.randomUUID(), borging: crypto.randomUUID() }, EARLIER);
		expect((await ledger()).toSorted()).toEqual([
			['achieved', EARLIER],
			['confirmed', EARLIER]
		]);
	});
});

describe('the database', () => {
	const row = () => ({ key: crypto.randomUUID() as string, recordedBy: 'ada' });
	const insert = (values: object) =>
		database.db
			.insertInto('sentEntry')
			.values({ ...row(), ...values })
			.execute();

	it.each([
		['sent_entry_author_filled', { recordedBy: ' ' }],
		['sent_entry_event_exists', { eventId: 987_654_321 }],
		['sent_entry_batch_exists', { batchId: 987_654_321 }],
		['sent_entry_one_outcome', { eventId: 1, batchId: 1 }]
	])('keeps %s', async (constraint, values) => {
		await expect(insert(values)).rejects.toMatchObject({ constraint });
	});

	it('keeps one outcome for a key of somebody, and never changes it', async () => {
		const one = row();
		await insert(one);
		await expect(insert(one)).rejects.toMatchObject({ constraint: 'sent_entry_once' });
		const { db, ownerDb } = database;
		for (const attempt of [
			() => db.updateTable('sentEntry').set({ eventId: null }).execute(),
			() => db.deleteFrom('sentEntry').where('key', '=', one.key).execute(),
			() => ownerDb.deleteFrom('sentEntry').execute()
		]) {
			await expect(attempt()).rejects.toMatchObject({ constraint: 'sent_entry_append_only' });
		}
	});
});
