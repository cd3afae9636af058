import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mayInquire } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import { libraryOf, pointOf, type Subject } from '#lib/ledger/subject/subject.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { appendEvents, type NewEvent } from '#lib/server/ledger/event/append.ts';
import { askInquiries } from '#lib/server/work/asking/ask.ts';
import { listCandidates } from '#lib/server/work/asking/list-candidates.ts';
import { undoBatch } from '#lib/server/work/batch/undo-batch.ts';
import { listInquiries } from '#lib/server/work/inquiry/queries.ts';
import { withdrawInquiries } from '#lib/server/work/inquiry/withdraw.ts';
import { listSubjects } from '#lib/server/work/update/list-subjects.ts';
import { authorOf, confirmRecord } from '#lib/server/work/update/service.ts';
import { readWeek } from '#lib/server/work/week/read-week.ts';
import { recordAnswers } from '#lib/server/work/week/record-answers.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { inquiryState } from '#lib/work/inquiry/inquiry.ts';
import type { WorkView } from '#lib/work/update/work-list.ts';
import { lineKey } from '#lib/work/update/line-key.ts';
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

const PLANNED = '2021-03-01';
const TODAY = '2021-05-10';
const DUE = '2021-05-17';

let database: TestDatabase;
let adviser: User;
let stranger: User;
let manager: User;
let libraryId: number;
let pointId: number;
let round = 0;

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
	stranger = await insertUser(ownerDb, 'advisor', await insertSupportInstitute(ownerDb));
	manager = await insertUser(ownerDb, 'programme_manager', null, 'KB');
	libraryId = (await insertLibrary(ownerDb, { supportInstituteId })).id;
	pointId = await insertInformationPoint(ownerDb, libraryId, await insertMunicipality(ownerDb));
	await setToday(ownerDb, PLANNED);
	await append([
		plan({ milestoneCode: 'training' }),
		plan({ subject: pointOf(pointId), milestoneCode: 'opening' })
	]);
	await setToday(ownerDb, TODAY);
});

const plan = (values: Partial<NewEvent>): NewEvent => ({
	...{ subject: libraryOf(libraryId), milestoneCode: 'training', kind: 'planned' },
	...{ effectiveOn: PLANNED, targetOn: '2021-04-01' },
	...values
});

const append = (events: NewEvent[], user = adviser) =>
	database.db.transaction().execute((trx) => appendEvents(trx, authorOf(user), events));

const ask = (about: [Subject, string][], own = `round-${++round}`) =>
	askInquiries(
		database.db,
		manager,
		{
			...{ question: 'Lukt deze datum nog?', dueOn: DUE, round: own },
			about: about.map(([subject, milestoneCode]) => ({ ...subject, milestoneCode }))
		},
		TODAY
	);

const week = async (user = adviser, view: WorkView = 'attention') => {
	const { supportInstituteId } = user;
	return readWeek(database.db, { supportInstituteId, view, page: 1 }, TODAY);
};
const lines = async (user = adviser) => (await week(user)).libraries.flatMap(({ tasks }) => tasks);
const asked = async () =>
	(await lines())
		.filter(({ inquiries }) => inquiries.length > 0)
		.map(({ key }) => key.replace(/\d+/, ''))
		.toSorted();

/** Sends one answered line as the page does. */
async function answer(
	subject: Subject,
	milestoneCode: string,
	fields: Record<string, string>,
	user = adviser
) {
	const key = lineKey({ ...subject, milestoneCode });
	const line = (await lines()).find((one) => one.key === key);
	const form = new FormData();
	form.set('madeOn', TODAY);
	form.set(`basedOn.${key}`, String(line?.basedOn ?? ''));
	form.set(`asked.${key}`, (line?.inquiries ?? []).map(({ id }) => id).join(' '));
	for (const [name, value] of Object.entries(fields)) form.set(`${name}.${key}`, value);
	return { form, recorded: await send(form, user) };
}

async function send(form: FormData, user = adviser) {
	const read = readLines(form).lines;
	const subjects = await listSubjects(database.db, read, TODAY);
	return recordAnswers(database.db, user, read, subjects, TODAY);
}

const standing = async (knownOn: string | null = null, day = TODAY) => {
	const asOf = { validOn: TODAY, knownOn };
	const all = await listInquiries(database.db, { asOf, today: TODAY, filters: NO_FILTERS });
	const own = new Set(
		(
			await sql<{ id: number }>`select id from inquiry
				where library_id = ${libraryId} or information_point_id = ${pointId}`.execute(database.db)
		).rows.map(({ id }) => id)
	);
	return all.filter(({ id }) => own.has(id)).map((row) => inquiryState(row, day));
};

const training = (): [Subject, string] => [libraryOf(libraryId), 'training'];
const DONE = { answer: 'achieve', effectiveOn: TODAY };

describe('what is asked', () => {
	it('stands in the list of the adviser: on its line, or on a line of its own', async () => {
		await ask([training(), [libraryOf(libraryId), 'record'], [pointOf(pointId), 'gids']]);
		expect(await asked()).toEqual(['b-record', 'b-training', 'p-gids']);
		const { libraries, counts, taskCounts } = await week(adviser, 'asked');
		expect(libraries.map(({ id, asked, askedAll }) => [id, asked, askedAll])).toEqual([
			[libraryId, 2, 3]
		]);
		expect([counts.asked, taskCounts.asked]).toEqual([1, 3]);
		// What is late and asked about counts once, as late.
		expect(taskCounts.attention).toBe(4);
		const line = (await lines()).find(({ key }) => key.endsWith('training'))!;
		expect(line).toMatchObject({ kind: 'overdue', open: true });
		expect(line.inquiries).toMatchObject([
			{ question: 'Lukt deze datum nog?', dueOn: DUE, askedOn: TODAY, asker: manager.name }
		]);
		expect(line.answers).toContain('reply');
		expect((await lines(stranger)).length).toBe(0);
	});

	it('is asked once when the form is sent twice', async () => {
		await ask([training()], 'the same');
		await ask([training()], 'the same');
		expect(await standing()).toEqual(['open']);
	});

	it('is of what there is, or nothing is asked', async () => {
		const gone = { outcome: 'gone' };
		expect(await ask([training(), [pointOf(999_999), 'opening']])).toEqual(gone);
		expect(await ask([[libraryOf(libraryId), 'opening']])).toEqual(gone);
		expect(await standing()).toEqual([]);
	});

	it('is chosen from what the list of work tells of, with what is asked already', async () => {
		await ask([training()]);
		const list = (view: WorkView) =>
			listCandidates(
				database.db,
				{ supportInstituteId: adviser.supportInstituteId },
				{ view, milestone: null },
				TODAY
			);
		const { candidates, more } = await list('overdue');
		expect(more).toBe(false);
		expect(candidates.map(({ milestoneCode, isAsked }) => [milestoneCode, isAsked])).toEqual([
			['training', true],
			['opening', false]
		]);
		expect((await list('all')).candidates.map(({ milestoneCode }) => milestoneCode)).toEqual([
			'record'
		]);
		expect((await list('due')).candidates).toEqual([]);
	});

	it('is asked by the programme manager only', () => {
		expect(
			[manager, adviser, { ...adviser, role: 'stakeholder' as const }, undefined].map(mayInquire)
		).toEqual([true, false, false, false]);
	});
});

describe('an answer', () => {
	it('is what is recorded of the milestone; undone, the question is open again', async () => {
		await ask([training()]);
		const { recorded } = await answer(...training(), DONE);
		expect(recorded.outcomes).toMatchObject([{ outcome: 'recorded' }]);
		expect(await asked()).toEqual([]);
		expect(await standing()).toEqual(['answered']);
		expect(await standing(null, '2021-05-09')).toEqual([null]);
		await undoBatch(database.db, adviser, { batchId: recorded.batchId!, eventId: null }, TODAY);
		expect(await asked()).toEqual(['b-training']);
		expect(await standing()).toEqual(['open']);
	});

	it('counts on the day it was given, and as far as it was known', async () => {
		await ask([training()]);
		await setToday(database.ownerDb, '2021-05-12');
		const { batchId } = (await answer(...training(), { answer: 'reply', reply: 'Ja' })).recorded;
		await setToday(database.ownerDb, '2021-05-14');
		await undoBatch(database.db, adviser, { batchId: batchId!, eventId: null }, '2021-05-14');
		expect(await standing('2021-05-11', '2021-05-13')).toEqual(['open']);
		expect(await standing('2021-05-13', '2021-05-11')).toEqual(['open']);
		expect(await standing('2021-05-13', '2021-05-13')).toEqual(['answered']);
		expect(await standing('2021-05-14', '2021-05-13')).toEqual(['open']);
		expect(await standing('2021-05-14', '2021-05-18')).toEqual(['late']);
	});

	it('is none when it is recorded after the question was withdrawn, late or not', async () => {
		await ask([training()]);
		const ids = (await lines()).flatMap(({ inquiries }) => inquiries.map(({ id }) => id));
		await withdrawInquiries(database.db, manager, ids);
		await append([plan({ targetOn: '2021-09-01', reasonCode: 'ict', effectiveOn: TODAY })]);
		expect(await standing()).toEqual(['withdrawn']);
		await ask([training()]);
		await answer(...training(), { answer: 'reply', reply: 'Ja' });
		expect((await standing()).toSorted()).toEqual(['answered', 'withdrawn']);
	});

	it('may be anything recorded since, wherever that was done', async () => {
		await ask([training(), [libraryOf(libraryId), 'record']]);
		await append([plan({ targetOn: '2021-09-01', reasonCode: 'ict', effectiveOn: TODAY })]);
		expect(await asked()).toEqual(['b-record']);
		const subjects = await listSubjects(database.db, [libraryOf(libraryId)], TODAY);
		await confirmRecord(database.db, adviser, [...subjects.values()][0]!, TODAY);
		expect(await asked()).toEqual([]);
	});

	it('can be words, recorded with the batch and once; undone they open the question', async () => {
		await ask([training()]);
		const said = { answer: 'reply', reply: ' De trainer is ziek. ' };
		const { form, recorded } = await answer(...training(), said);
		expect(recorded.outcomes).toMatchObject([{ outcome: 'recorded' }]);
		expect(await send(form)).toMatchObject({
			batchId: recorded.batchId,
			outcomes: [{ outcome: 'recorded' }]
		});
		const replies = await sql<{ reply: string }>`select reply from inquiry_reply
			where batch_id = ${recorded.batchId}`.execute(database.db);
		expect(replies.rows).toEqual([{ reply: 'De trainer is ziek.' }]);
		expect(await standing()).toEqual(['answered']);
		const undo = (user: User) =>
			undoBatch(database.db, user, { batchId: recorded.batchId!, eventId: null }, TODAY);
		expect(await undo(stranger)).toEqual({ outcome: 'forbidden' });
		expect(await undo(adviser)).toEqual({ outcome: 'undone', undone: 1, kept: 0 });
		expect(await undo(adviser)).toEqual({ outcome: 'undone', undone: 0, kept: 1 });
		expect(await standing()).toEqual(['open']);
	});

	it('of "still right" counts too when that was said before she was asked', async () => {
		await answer(...training(), { answer: 'confirm' });
		await ask([training()]);
		await answer(...training(), { answer: 'confirm' });
		expect(await standing()).toEqual(['answered']);
	});

	it.each([
		[{ answer: 'reply', reply: ' ' }, ['reply']],
		[{ answer: 'reply', reply: 'x'.repeat(2001) }, ['reply']]
	])('in words of %j is refused', async (fields, errors) => {
		await ask([training()]);
		const { recorded } = await answer(...training(), fields);
		expect(
			recorded.outcomes.map((one) => ('errors' in one ? Object.keys(one.errors) : []))
		).toEqual([errors]);
		expect(await standing()).toEqual(['open']);
	});

	it('answers no question of another record, and none that was not read or was withdrawn', async () => {
		await ask([training(), [pointOf(pointId), 'opening']]);
		const other = (await lines()).find(({ key }) => key.startsWith('p'))!.inquiries[0]!.id;
		const key = lineKey({ ...libraryOf(libraryId), milestoneCode: 'training' });
		const form = new FormData();
		form.set(`answer.${key}`, 'reply');
		form.set(`reply.${key}`, 'Ja');
		form.set(`asked.${key}`, `${other}`);
		expect((await send(form)).outcomes).toMatchObject([{ outcome: 'invalid' }]);
		const ids = (await lines()).flatMap(({ inquiries }) => inquiries.map(({ id }) => id));
		expect(await withdrawInquiries(database.db, manager, ids)).toBe(2);
		expect(await withdrawInquiries(database.db, manager, ids)).toBe(0);
		expect(await standing()).toEqual(['withdrawn', 'withdrawn']);
		expect(await asked()).toEqual([]);
		form.set(`asked.${key}`, ids.join(' '));
		expect((await send(form)).outcomes).toMatchObject([{ outcome: 'invalid' }]);
	});
});

describe('the tables of questions', () => {
	const inquiry = (change: string) =>
		sql`
		insert into inquiry (round, library_id, information_point_id, milestone_code, question, due_on, recorded_at, recorded_by, recorded_for)
		select round, library_id, information_point_id, milestone_code, question, due_on, recorded_at, recorded_by, recorded_for
		from json_populate_record(null::inquiry, ${JSON.stringify({
			...{
				round: `r${++round}`,
				library_id: libraryId,
				milestone_code: 'training',
				question: 'Ja?'
			},
			...{ due_on: DUE, recorded_at: '2021-05-10T10:00:00Z', recorded_by: 'x', recorded_for: 'KB' },
			...(JSON.parse(change) as object)
		})}::json)`.execute(database.db);

	it.each([
		['{"library_id":null}', 'inquiry_one_subject'],
		['{"question":" "}', 'inquiry_question_length'],
		['{"due_on":"2021-05-09"}', 'inquiry_due_sensible'],
		['{"due_on":"2022-06-01"}', 'inquiry_due_sensible'],
		['{"recorded_by":""}', 'inquiry_author_filled'],
		['{"round":""}', 'inquiry_round_length'],
		['{"milestone_code":"x"}', 'inquiry_milestone_exists']
	])('%s breaks %s', async (change, constraint) => {
		await expect(inquiry(change)).rejects.toMatchObject({ constraint });
	});

	it.each(['update inquiry set question = $$x$$', 'delete from inquiry_reply'])(
		'refuse %s',
		async (statement) => {
			await ask([training()]);
			await answer(...training(), { answer: 'reply', reply: 'Ja' });
			await expect(sql.raw(statement).execute(database.db)).rejects.toMatchObject({
				constraint: 'inquiry_append_only'
			});
		}
	);

	it.each([
		["'answered', null, null", 'inquiry_reply_says_something'],
		["'withdrawn', 'x', null", 'inquiry_reply_says_something'],
		["'undone', null, null", 'inquiry_reply_undo_names'],
		["'x', null, null", 'inquiry_reply_kind_known']
	])('take no reply of %s', async (values, constraint) => {
		await ask([training()]);
		const reply = sql`insert into inquiry_reply (inquiry_id, kind, reply, undoes_id, recorded_at, recorded_by, recorded_for)
			select max(id), ${sql.raw(values)}::bigint, now(), 'x', 'KB' from inquiry`;
		await expect(reply.execute(database.db)).rejects.toMatchObject({ constraint });
	});
});
