import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import { libraryOf } from '#lib/ledger/subject/subject.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { appendEvents } from '#lib/server/ledger/event/append.ts';
import { startJobs } from '#lib/server/platform/job/jobs.ts';
import { listRuns } from '#lib/server/platform/job/list-runs.ts';
import { createMailer, type SendMail } from '#lib/server/platform/mail/mailer.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import {
	findAnswerLink,
	readAnswerLine,
	recordByLink
} from '#lib/server/work/weekly-mail/answer-link.ts';
import { listMailings } from '#lib/server/work/weekly-mail/queries.ts';
import { listRecipients } from '#lib/server/work/weekly-mail/recipients.ts';
import { sendWeeklyMails } from '#lib/server/work/weekly-mail/send-mails.ts';
import { wishByLink } from '#lib/server/work/weekly-mail/wishes.ts';
import { lineKey } from '#lib/work/update/line-key.ts';
import { readLines } from '#lib/work/week/read-lines.ts';
import { startMailServer, type MailServer } from '#tests/factories/mail-server.ts';
import {
	insertBasics,
	insertLibrary,
	insertSupportInstitute,
	setToday
} from '#tests/factories/reference.ts';
import { insertUser } from '#tests/factories/user.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2021-05-10';
const NOW = new Date('2021-05-10T07:00:00Z');
const ORIGIN = 'https://ido.example.nl';
const daysLater = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

let database: TestDatabase;
let server: MailServer;
let send: SendMail;
let adviser: User;
let libraryId: number;
let key: string;

beforeAll(async () => {
	server = await startMailServer();
	send = createMailer(server.url, 'Rolloutmonitor <beheer@example.nl>');
});
afterAll(() => server.close());

// Everybody gets a mail, so each test has a country of its own.
beforeEach(async () => {
	overwriteGetLocale(() => 'nl');
	server.mails.length = 0;
	database = await createTestDatabase();
	const { ownerDb } = database;
	await insertBasics(ownerDb);
	const supportInstituteId = await insertSupportInstitute(ownerDb);
	adviser = await insertUser(ownerDb, 'advisor', supportInstituteId);
	libraryId = (await insertLibrary(ownerDb, { supportInstituteId })).id;
	key = lineKey({ ...libraryOf(libraryId), milestoneCode: 'training' });
	await setToday(ownerDb, '2021-03-01');
	await database.db.transaction().execute((trx) =>
		appendEvents(trx, authorOf(adviser), [
			{
				...{ subject: libraryOf(libraryId), milestoneCode: 'training', kind: 'planned' },
				...{ effectiveOn: '2021-03-01', targetOn: '2021-04-01' }
			}
		])
	);
	await setToday(ownerDb, TODAY);
	return () => database.drop();
});

const sendAll = (by = send) =>
	sendWeeklyMails({ db: database.db, send: by, origin: ORIGIN }, TODAY, NOW);
const tokenIn = (content: string, page: string) =>
	new RegExp(`${page}\\?sleutel=([\\w-]{43})`).exec(content)?.[1] ?? '';
const answer = (fields: Record<string, string>) => {
	const form = new FormData();
	form.set('madeOn', TODAY);
	for (const [name, value] of Object.entries(fields)) form.set(`${name}.${key}`, value);
	return readLines(form).lines;
};
const done = async () => {
	const { rows } = await sql<{ id: number }>`select max(id) as id from event
		where library_id = ${libraryId} and milestone_code = 'training'`.execute(database.db);
	return answer({ answer: 'achieve', effectiveOn: TODAY, basedOn: String(rows[0]!.id) });
};

describe('the weekly mail', () => {
	it('goes once to each adviser and the programme manager, also by two processes at once', async () => {
		const manager = await insertUser(database.ownerDb, 'programme_manager', null, 'KB');
		const counts = await Promise.all([sendAll(), sendAll()]);
		expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(2);
		await sendAll();
		expect(server.mails.map(({ to }) => to[0]).toSorted()).toEqual(
			[adviser.email, manager.email].toSorted()
		);
		const { content } = server.mails.find(({ to }) => to[0] === adviser.email)!;
		expect(content).toContain('gepland op 1 april 2021');
		expect(content).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
		expect(content).toMatch(/^List-Unsubscribe:\s+<https:\/\/ido\.example\.nl\/weekmail-afmelden/m);
		expect(await listMailings(database.db)).toMatchObject([
			{ problem: null, isKnown: true, weekOn: TODAY },
			{ problem: null, isKnown: true }
		]);
	});

	it.each([
		['has no access any more', { active: false }],
		['has an account of the demo, without a mailbox', { demo: true }]
	])('goes to nobody who %s', async (_who, values) => {
		await database.ownerDb
			.updateTable('appUser')
			.set(values)
			.where('id', '=', adviser.id)
			.execute();
		expect(await sendAll()).toEqual({ sent: 0, failed: 0 });
		expect(server.mails).toEqual([]);
	});

	it('that the mail server refuses is told, without what was in it', async () => {
		const refuse: SendMail = () =>
			Promise.reject(Object.assign(new Error('550 no such person'), { code: 'EENVELOPE' }));
		expect(await sendAll(refuse)).toEqual({ sent: 0, failed: 1 });
		expect(await listMailings(database.db)).toMatchObject([
			{ problem: 'EENVELOPE', isKnown: true }
		]);
	});

	it('stays away from who wants none, until she wants it again', async () => {
		await sendAll();
		const token = tokenIn(server.mails[0]!.content, 'weekmail-afmelden');
		expect(await wishByLink(database.db, 'x', false)).toBe(false);
		expect(await wishByLink(database.db, token, false)).toBe(true);
		expect((await listRecipients(database.db)).map(({ wants }) => wants)).toEqual([false]);
		const next = { db: database.db, send, origin: ORIGIN };
		expect(await sendWeeklyMails(next, '2021-05-17', daysLater(7))).toEqual({ sent: 0, failed: 0 });
		await wishByLink(database.db, token, true);
		expect(await sendWeeklyMails(next, '2021-05-17', daysLater(7))).toEqual({ sent: 1, failed: 0 });
	});
});

describe('the link of a line', () => {
	const find = (token: string, now = NOW) => findAnswerLink(database.db, token, TODAY, now);
	let token: string;

	beforeEach(async () => {
		await sendAll();
		token = tokenIn(server.mails[0]!.content, 'antwoord');
	});

	it('opens its line, answers it once, and is dead then', async () => {
		const link = await find(token);
		expect(link).toMatchObject({ line: key, user: { id: adviser.id } });
		expect(await readAnswerLine(database.db, link!, TODAY)).toMatchObject({ kind: 'overdue' });
		// A wrong answer does not use it up.
		const wrong = answer({ answer: 'achieve', effectiveOn: 'gauw' });
		expect(await recordByLink(database.db, token, wrong, TODAY, NOW)).toMatchObject({
			batchId: null
		});
		const lines = await done();
		const both = await Promise.all(
			[1, 2].map(() => recordByLink(database.db, token, lines, TODAY, NOW))
		);
		expect(both.filter((one) => one !== null)).toMatchObject([
			{ outcomes: [{ outcome: 'recorded' }] }
		]);
		expect(await find(token)).toBeNull();
		const { rows } = await sql<{
			kind: string;
			recordedBy: string;
		}>`select kind, recorded_by from event
			where library_id = ${libraryId} and kind = 'achieved'`.execute(database.db);
		expect(rows).toEqual([{ kind: 'achieved', recordedBy: adviser.id }]);
	});

	it('answers no other line', async () => {
		const other = new FormData();
		other.set(`answer.b${libraryId}-netwerk`, 'confirm');
		const { lines } = readLines(other);
		expect(await recordByLink(database.db, token, lines, TODAY, NOW)).toMatchObject({
			outcomes: []
		});
		expect(await find(token)).not.toBeNull();
	});

	it('is dead after its day', async () => {
		expect(await find(token, daysLater(7))).not.toBeNull();
		expect(await find(token, daysLater(8))).toBeNull();
		expect(await recordByLink(database.db, token, await done(), TODAY, daysLater(8))).toBeNull();
	});

	it.each([
		[
			'leaves the POI',
			async () => {
				const supportInstituteId = await insertSupportInstitute(database.ownerDb);
				await database.ownerDb
					.updateTable('appUser')
					.set({ supportInstituteId })
					.where('id', '=', adviser.id)
					.execute();
			}
		],
		[
			'has no access any more',
			async () => {
				await database.ownerDb
					.updateTable('appUser')
					.set({ active: false })
					.where('id', '=', adviser.id)
					.execute();
			}
		]
	])('is dead when its reader %s', async (_what, happens) => {
		await happens();
		expect(await find(token)).toBeNull();
		expect(await recordByLink(database.db, token, await done(), TODAY, NOW)).toBeNull();
	});
});

it('a job is done once for two processes that look, as the role of the application', async () => {
	let runs = 0;
	const { promise, resolve } = Promise.withResolvers<void>();
	const job = {
		...{ name: 'proef', cron: '0 7 * * 1' },
		run: () => {
			runs += 1;
			resolve();
			return Promise.resolve();
		}
	};
	const one = await startJobs(database.url, [job], 0.5);
	const other = await startJobs(database.url, [job], 0.5);
	await one.doNow('proef');
	await promise;
	await Promise.all([one.stop(), other.stop()]);
	expect(runs).toBe(1);
	expect(await listRuns(database.db, ['proef'])).toMatchObject([{ name: 'proef' }]);
});
