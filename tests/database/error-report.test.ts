import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mayInquire } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { libraryOf, pointOf } from '#lib/ledger/subject/subject.ts';
import { appendEvents } from '#lib/server/ledger/event/append.ts';
import { responsePage } from '#lib/server/figures/response-time/page.ts';
import { findReport } from '#lib/server/work/error-report/find-report.ts';
import { findReported } from '#lib/server/work/error-report/find-reported.ts';
import { answerReport, listReports, undoReply } from '#lib/server/work/error-report/replies.ts';
import { REPORT_LIMITS, reserveReport } from '#lib/server/work/error-report/report-limit.ts';
import { sendReport } from '#lib/server/work/error-report/send-report.ts';
import { askInquiries } from '#lib/server/work/asking/ask.ts';
import { answersOf } from '#lib/server/work/inquiry/answers.ts';
import { listInquiries } from '#lib/server/work/inquiry/queries.ts';
import { insertReplies } from '#lib/server/work/inquiry/replies.ts';
import { recordTraits } from '#lib/server/work/location/record-traits.ts';
import { listSubjects } from '#lib/server/work/update/list-subjects.ts';
import { authorOf, confirmRecord } from '#lib/server/work/update/service.ts';
import { readWeek } from '#lib/server/work/week/read-week.ts';
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
let manager: User;
let library: { id: number; slug: string };
let pointId: number;
let municipality: string;
let count = 0;

beforeAll(async () => {
	database = await createTestDatabase();
	await insertBasics(database.ownerDb);
});
afterAll(() => database.drop());

beforeEach(async () => {
	overwriteGetLocale(() => 'nl');
	const { ownerDb } = database;
	const supportInstituteId = await insertSupportInstitute(ownerDb);
	adviser = await insertUser(ownerDb, 'advisor', supportInstituteId);
	manager = await insertUser(ownerDb, 'programme_manager', null, 'KB');
	library = await insertLibrary(ownerDb, { supportInstituteId });
	municipality = await insertMunicipality(ownerDb);
	pointId = await insertInformationPoint(ownerDb, library.id, municipality);
	await setToday(ownerDb, TODAY);
});

const libraryPath = () => `/bibliotheken/${library.slug}`;

async function report(path: string, more: { form?: string; message?: string } = {}) {
	const reported = await findReported(database.db, path, TODAY);
	if (!reported) throw new Error(`nothing to report about at ${path}`);
	const form = more.form ?? `form-${++count}`;
	const code = `code of ${form}`;
	const message = more.message ?? `De naam klopt niet (${form})`;
	const told = { form, code, message, locale: 'nl' } as const;
	const outcome = await sendReport(database.db, reported, told, TODAY);
	return { code, message, outcome };
}
const standing = async (code: string) => (await findReport(database.db, code))!;
const ownTasks = async () => {
	const asked = {
		supportInstituteId: adviser.supportInstituteId,
		view: 'attention',
		page: 1
	} as const;
	const { libraries } = await readWeek(database.db, asked, TODAY);
	return libraries.flatMap(({ tasks }) => tasks).flatMap(({ inquiries }) => inquiries);
};
const inquiryOf = async (message: string) =>
	await database.db
		.selectFrom('inquiry')
		.select(['id', 'libraryId', 'informationPointId', 'recordedFor'])
		.where('question', '=', message)
		.executeTakeFirstOrThrow();

describe('a report of an error', () => {
	it('becomes a question in the list of the right adviser, and says nothing of who sent it', async () => {
		const { code, message } = await report(libraryPath());
		expect(await ownTasks()).toMatchObject([
			{
				question: message,
				asker: 'Een bezoeker van deze site',
				dueOn: '2021-05-24',
				isPublic: true
			}
		]);
		expect(await standing(code)).toMatchObject({
			...{ message, receivedOn: TODAY, answeredOn: null, kind: null, changes: [] },
			path: libraryPath()
		});
		expect((await standing(code)).institute).not.toBeNull();
	});

	it('is told apart from what the programme manager asked', async () => {
		await report(libraryPath());
		await askInquiries(
			database.db,
			manager,
			{
				...{ question: 'Lukt deze datum nog?', dueOn: '2021-05-17', round: `round-${++count}` },
				about: [{ ...libraryOf(library.id), milestoneCode: 'training' }]
			},
			TODAY
		);
		const asOf = { validOn: TODAY, knownOn: null };
		const all = await listInquiries(database.db, { asOf, today: TODAY, filters: NO_FILTERS });
		const name = library.slug.replace('b', 'B').replace('-', ' ');
		const rows = all.filter((row) => row.library === name);
		expect(rows.map((row) => [row.question.slice(0, 6), row.isFromVisitor])).toEqual([
			['Lukt d', false],
			['De naa', true]
		]);
	});

	it('about a location or a municipality goes to the adviser of its library', async () => {
		const point = await report(`/informatiepunten/${pointId}`);
		expect(await inquiryOf(point.message)).toMatchObject({
			...{ informationPointId: pointId, libraryId: null }
		});
		await database.ownerDb
			.insertInto('libraryMunicipality')
			.values({
				...{ libraryId: library.id, municipalityCode: municipality, share: 1 },
				...{ confidence: 'sourced', source: 'test' }
			})
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		const place = await report(`/gemeenten/${municipality}`);
		expect(await inquiryOf(place.message)).toMatchObject({ libraryId: library.id });
	});

	it('about a province is of nobody but KB', async () => {
		const province = await database.db
			.selectFrom('province')
			.select(['slug', 'name'])
			.executeTakeFirstOrThrow();
		expect(await findReported(database.db, `/provincies/${province.slug}`, TODAY)).toEqual({
			...{ path: `/provincies/${province.slug}`, name: province.name },
			...{ libraryId: null, informationPointId: null, supportInstituteId: null }
		});
	});

	it('about a page or without an adviser waits for the programme manager', async () => {
		const page = await report('/voortgang');
		await database.ownerDb
			.updateTable('appUser')
			.set({ active: false })
			.where('id', '=', adviser.id)
			.execute();
		const orphan = await report(libraryPath());
		for (const { code, message } of [page, orphan]) {
			expect((await standing(code)).institute).toBeNull();
			await expect(inquiryOf(message)).rejects.toThrow();
			expect(await listReports(database.db)).toContainEqual(
				expect.objectContaining({ message, institute: null, answeredOn: null })
			);
		}
	});

	it.each([
		'/beheer',
		'/bestaat-niet',
		'/bibliotheken/nergens',
		"/gemeenten/x'--",
		'//elders.nl',
		''
	])('cannot be about %s', async (path) => {
		expect(await findReported(database.db, path, TODAY)).toBeNull();
	});

	it('that is sent twice, also at once, is one report', async () => {
		const message = 'Twee keer gestuurd';
		const same = { form: 'the same form', message };
		await Promise.all([report(libraryPath(), same), report(libraryPath(), same)]);
		await report(libraryPath(), same);
		const rows = await database.db
			.selectFrom('errorReport')
			.select('id')
			.where('message', '=', message)
			.execute();
		expect(rows).toHaveLength(1);
	});

	it('that was changed after it was sent is not taken for the one that was sent', async () => {
		const first = await report(libraryPath(), { form: 'changed', message: 'De naam is fout.' });
		const again = await report(libraryPath(), { form: 'changed', message: 'De naam is fout.' });
		const other = await report(libraryPath(), { form: 'changed', message: 'De straat is fout.' });
		expect([first, again, other].map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'other']);
		expect((await standing(first.code)).message).toBe('De naam is fout.');
	});

	it('cannot be found by what the table keeps of its address', async () => {
		const { code } = await report('/voortgang');
		const row = await database.db
			.selectFrom('errorReport')
			.select('codeHash')
			.orderBy('id', 'desc')
			.executeTakeFirstOrThrow();
		expect(row.codeHash).not.toBe(code);
		expect(await findReport(database.db, row.codeHash)).toBeNull();
	});

	it('is never rewritten, not even by the owner', async () => {
		await report('/voortgang');
		for (const db of [database.db, database.ownerDb]) {
			await expect(db.updateTable('errorReport').set({ message: 'x' }).execute()).rejects.toThrow(
				/never rewritten/
			);
			await expect(db.deleteFrom('errorReport').execute()).rejects.toThrow(/never rewritten/);
		}
	});
});

describe('what became of it', () => {
	const answer = (inquiryId: number, reply: string) =>
		database.db
			.transaction()
			.execute((trx) =>
				insertReplies(trx, adviser, [{ inquiryId, kind: 'answered', reply }], null)
			);

	it('is the answer of the adviser, with her organisation and never her name', async () => {
		const { code, message } = await report(libraryPath());
		await setToday(database.ownerDb, '2021-05-12');
		const { id } = await inquiryOf(message);
		await answer(Number(id), 'De naam is bijgewerkt.');
		const said = await standing(code);
		expect(said).toMatchObject({
			...{ answeredOn: '2021-05-12', kind: 'answered', reply: 'De naam is bijgewerkt.' }
		});
		expect(JSON.stringify(said)).not.toContain(adviser.name);
	});

	it('is not shown when it seems to tell of a person', async () => {
		const { code, message } = await report(libraryPath());
		await answer(Number((await inquiryOf(message)).id), 'Bel mij op 06-12345678');
		expect((await standing(code)).reply).toContain('niet, omdat er gegevens van een persoon');
	});

	it('is that it is right, and open again when that is taken back', async () => {
		const { code, message } = await report(`/informatiepunten/${pointId}`);
		const subjects = await listSubjects(database.db, [pointOf(pointId)], TODAY);
		await confirmRecord(database.db, adviser, [...subjects.values()][0]!, TODAY);
		expect(await standing(code)).toMatchObject({ kind: 'recorded', answeredOn: TODAY });
		const { id } = await inquiryOf(message);
		expect(Number(id)).toBeGreaterThan(0);
	});

	it('tells what was recorded since, and nothing of before', async () => {
		const plan = (targetOn: string) =>
			database.db.transaction().execute((trx) =>
				appendEvents(trx, authorOf(adviser), [
					{
						...{ subject: libraryOf(library.id), milestoneCode: 'training', kind: 'planned' },
						...{ effectiveOn: TODAY, targetOn }
					}
				])
			);
		await plan('2021-06-01');
		const { code } = await report(libraryPath());
		expect((await standing(code)).changes).toEqual([]);
		await plan('2021-07-01');
		const { changes } = await standing(code);
		expect(changes).toHaveLength(1);
		expect(changes[0]!.text).toContain('1 juli 2021');
		expect(changes[0]!.text).not.toContain(adviser.name);
	});

	it('tells which detail of the location was put right', async () => {
		const { code } = await report(`/informatiepunten/${pointId}`);
		const subjects = await listSubjects(database.db, [pointOf(pointId)], TODAY);
		const town = { trait: 'town', value: 'Proefdorp', validFrom: TODAY } as const;
		await recordTraits(database.db, adviser, [...subjects.values()][0]!, {
			...{ traits: ['town'], basedOn: 'any', decide: () => [town], note: null, label: 'test' }
		});
		const { changes } = await standing(code);
		expect(changes).toHaveLength(1);
		expect(changes[0]!.text).not.toContain(adviser.name);
	});

	it('is answered by the programme manager once, taken back and answered anew', async () => {
		const { code } = await report('/voortgang');
		const [own] = await listReports(database.db);
		const by = authorOf(manager);
		expect(await answerReport(database.db, by, own!.id, 'Klopt, hersteld.')).toBe('recorded');
		expect(await answerReport(database.db, by, own!.id, 'Klopt, hersteld.')).toBe('recorded');
		expect(await answerReport(database.db, by, own!.id, 'Iets anders')).toBe('conflict');
		expect((await standing(code)).reply).toBe('Klopt, hersteld.');
		const { replyId } = (await listReports(database.db)).find(({ id }) => id === own!.id)!;
		expect(await undoReply(database.db, by, replyId!)).toBe(true);
		expect(await undoReply(database.db, by, replyId!)).toBe(true);
		expect((await standing(code)).answeredOn).toBeNull();
		expect(await answerReport(database.db, by, own!.id, 'Iets anders')).toBe('recorded');
	});

	it('is not for the programme manager to answer when an adviser was asked', async () => {
		const { message } = await report(libraryPath());
		const asked = (await listReports(database.db)).find((one) => one.message === message)!;
		expect(await answerReport(database.db, authorOf(manager), asked.id, 'x')).toBe('unknown');
		expect(await answerReport(database.db, authorOf(manager), 987_654, 'x')).toBe('unknown');
		expect(await undoReply(database.db, authorOf(manager), 987_654)).toBe(false);
	});

	it('stands as the answers of inquiries say', async () => {
		const { rows } = await sql<{ differ: number }>`
			select count(*)::int as differ from error_report report
				join inquiry on inquiry.id = report.inquiry_id
				join error_report_standing standing on standing.report_id = report.id
			where standing.answered_on is distinct from
				(select min(recorded_on) from (${answersOf(null)}) given)`.execute(database.db);
		expect(rows).toEqual([{ differ: 0 }]);
		const answered = await database.db
			.selectFrom('errorReportStanding')
			.select('reportId')
			.where('answeredOn', 'is not', null)
			.where('supportInstituteId', 'is not', null)
			.execute();
		expect(answered.length).toBeGreaterThan(1);
	});
});

describe('the time to an answer', () => {
	const read = async (address: string) =>
		(await responsePage.read(database.db, new URLSearchParams(address))).times;

	it('counts what was received and answered by the day, per organisation', async () => {
		const name = 'POI van deze proef';
		await database.ownerDb
			.updateTable('supportInstitute')
			.set({ name })
			.where('id', '=', adviser.supportInstituteId!)
			.execute();
		const { message } = await report(libraryPath());
		await report(libraryPath());
		await setToday(database.ownerDb, '2021-05-13');
		const { id } = await inquiryOf(message);
		await database.db
			.transaction()
			.execute((trx) =>
				insertReplies(trx, adviser, [{ inquiryId: Number(id), kind: 'confirmed' }], null)
			);
		await setToday(database.ownerDb, '2021-06-30');
		const own = async (address: string) =>
			(await read(address)).rows.find(({ institute }) => institute === name);
		expect(await own('')).toMatchObject({ received: 2, answered: 1, medianDays: 3, late: 1 });
		expect(await own('peildatum=2021-05-12')).toMatchObject({
			...{ received: 2, answered: 0, medianDays: null, late: 0 }
		});
		expect(await own('peildatum=2021-05-09')).toMatchObject({ received: 0 });
		const { rows, all } = await read('');
		expect(rows.reduce((sum, row) => sum + row.received, 0)).toBe(all.received);
	});
});

describe('who may send and answer', () => {
	it('of one network address a few in a quarter of an hour, and again after that', async () => {
		const now = new Date('2021-05-10T10:00:00Z');
		const send = (address: string, at = now) => reserveReport(database.db, address, at);
		for (let times = 0; times < REPORT_LIMITS.address; times++) {
			expect(await send('198.51.100.7')).toBe(0);
		}
		expect(await send('198.51.100.7')).toBe(900);
		expect(await send('198.51.100.8')).toBe(0);
		expect(await send('198.51.100.7', new Date(now.getTime() + 901_000))).toBe(0);
		const { rows } = await sql<{ found: boolean }>`
			select exists (select from sign_in_attempt where key like '%198.51%') as found`.execute(
			database.ownerDb
		);
		expect(rows).toEqual([{ found: false }]);
	});

	it('only the programme manager answers for KB', async () => {
		const { ownerDb } = database;
		const others = await Promise.all([
			insertUser(ownerDb, 'stakeholder', null, 'BZK'),
			insertUser(ownerDb, 'admin', null, 'KB')
		]);
		expect([manager, adviser, ...others, undefined].map(mayInquire)).toEqual([
			...[true, false, false, false, false]
		]);
	});
});
