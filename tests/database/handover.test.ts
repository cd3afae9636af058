import { sql, type Kysely } from 'kysely';
import { createMigrator } from '#db/migrate.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { institutesOf, mayEditLibrary } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { switchUser } from '#lib/server/access/account/manage-users.ts';
import { findAccess, findUser } from '#lib/server/access/account/queries.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listAddressees } from '#lib/server/work/asking/ask.ts';
import { readLogChoices } from '#lib/server/work/logbook/choices.ts';
import { readLog } from '#lib/server/work/logbook/read-log.ts';
import { finishHandover, handOver, undoHandover } from '#lib/server/work/handover/hand-over.ts';
import {
	findDeparture,
	listSuccessors,
	listUnattended,
	readHandover
} from '#lib/server/work/handover/queries.ts';
import { readWorkList } from '#lib/server/work/update/work-list.ts';
import { listRecipients } from '#lib/server/work/weekly-mail/recipients.ts';
import { logReader } from '#lib/work/logbook/line.ts';
import { readLogQuery } from '#lib/work/logbook/query.ts';
import { showLine } from '#lib/work/logbook/shown-line.ts';
import { insertUser } from '#tests/factories/user.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';
const LEAVER = 'demo:zb';

let database: TestDatabase;
let admin: User;
let zb: number;

beforeAll(async () => {
	overwriteGetLocale(() => 'nl');
	database = await createTestDatabase({ seeded: true });
	admin = await insertUser(database.ownerDb, 'admin', null, 'KB');
	zb = (await userOf(LEAVER)).supportInstituteId!;
});
afterAll(() => database.drop());

const coveredBy = async (db: Kysely<DB>, id: string) =>
	(await findAccess(db, id))?.coveredInstituteIds ?? [];

/** The account as a request knows it. */
async function userOf(id: string): Promise<User> {
	const user = (await findUser(database.db, id))!;
	return { ...user, coveredInstituteIds: await coveredBy(database.db, id) };
}
const listOf = async (id: string) =>
	readWorkList(
		database.db,
		{ supportInstituteId: institutesOf(await userOf(id)), view: 'all', page: 1 },
		TODAY
	);
const advisersOf = async (institute: number) =>
	(await listAddressees(database.db, [institute]))[0]?.advisers;

it('tells beforehand what goes over: the numbers of her own list', async () => {
	const { libraries, overdue, asked, provinces, institutes } = await readHandover(
		database.db,
		LEAVER,
		TODAY
	);
	const own = await listOf(LEAVER);
	expect({ libraries, overdue, asked }).toEqual({
		libraries: own.counts.all,
		overdue: own.taskCounts.overdue,
		asked: own.taskCounts.asked
	});
	expect(libraries).toBeGreaterThan(0);
	expect(institutes).toEqual([{ id: zb, name: 'ZB' }]);
	expect(provinces.map(({ name }) => name)).toEqual(['Zeeland']);
});

it('lets others work for her libraries, and ends her access, sessions and links', async () => {
	const { db, ownerDb } = database;
	const [before, own] = [await listOf('demo:rijnbrink'), await listOf(LEAVER)];
	await sql`insert into app_session (id, user_id, token, expires_at, updated_at)
		values ('s', ${LEAVER}, 't', now() + interval '1 day', now())`.execute(ownerDb);
	await sql`with sent as (insert into mailing (user_id, kind, week_on, stop_hash)
			values (${LEAVER}, 'week', '2022-01-31', ${'a'.repeat(64)}) returning id)
		insert into mailing_link (token_hash, mailing_id, line, expires_at)
		select ${'b'.repeat(64)}, id, 'b1-training', now() + interval '1 day' from sent`.execute(ownerDb);
	expect(await handOver(db, admin, LEAVER, [])).toBe('successors');
	expect(await handOver(db, admin, LEAVER, [LEAVER])).toBe('successors');
	expect(await handOver(db, admin, LEAVER, ['demo:kb'])).toBe('successors');
	expect(await findDeparture(db, LEAVER)).toBeNull();
	expect(await handOver(db, admin, LEAVER, ['demo:rijnbrink', 'demo:fers'])).toBe('left');
	expect(await handOver(db, admin, LEAVER, ['demo:rijnbrink'])).toBe('gone');

	const after = await listOf('demo:rijnbrink');
	expect(after.counts.all).toBe(before.counts.all + own.counts.all);
	expect(after.taskCounts.overdue).toBe(before.taskCounts.overdue + own.taskCounts.overdue);
	const library = { supportInstituteId: zb };
	expect(mayEditLibrary(await userOf('demo:rijnbrink'), library)).toBe(true);
	expect(mayEditLibrary(await userOf('demo:cubiss'), library)).toBe(false);
	expect(await advisersOf(zb)).toBe(2);
	const recipients = await listRecipients(db);
	expect(recipients.map(({ id }) => id)).not.toContain(LEAVER);
	expect(recipients.find(({ id }) => id === 'demo:fers')?.coveredInstituteIds).toEqual([zb]);
	expect((await findUser(db, LEAVER))?.active).toBe(false);
	for (const table of ['app_session', 'mailing_link']) {
		const { rows } = await sql`select from ${sql.table(table)}`.execute(ownerDb);
		expect(rows).toEqual([]);
	}
	expect(await findDeparture(db, LEAVER)).toEqual({
		leftOn: TODAY,
		institutes: [
			{
				...{ id: zb, name: 'ZB', stopped: [], own: [], isAttended: true },
				working: ['Adviseur Fers', 'Adviseur Rijnbrink']
			}
		]
	});
	expect((await listSuccessors(db, 'demo:fers')).map(({ id }) => id)).not.toContain(LEAVER);
});

it('goes along when whoever took over leaves too, with all her POIs', async () => {
	const { db } = database;
	expect((await readHandover(db, 'demo:fers', TODAY)).institutes.map(({ name }) => name)).toEqual([
		'Fers',
		'ZB'
	]);
	expect(await handOver(db, admin, 'demo:fers', ['demo:cubiss'])).toBe('left');
	expect(mayEditLibrary(await userOf('demo:cubiss'), { supportInstituteId: zb })).toBe(true);
	expect(await undoHandover(db, admin, 'demo:fers')).toBe(true);
	expect(mayEditLibrary(await userOf('demo:cubiss'), { supportInstituteId: zb })).toBe(false);
	expect(mayEditLibrary(await userOf('demo:fers'), { supportInstituteId: zb })).toBe(true);
});

it('stops with the departure that it came from, however often it went over since', async () => {
	const { db } = database;
	const worksForZb = async (id: string) => (await userOf(id)).coveredInstituteIds?.includes(zb);
	await handOver(db, admin, 'demo:fers', ['demo:cubiss']);
	await handOver(db, admin, 'demo:cubiss', ['demo:rijnbrink', 'demo:probiblio']);
	expect(await worksForZb('demo:probiblio')).toBe(true);
	expect(await undoHandover(db, admin, LEAVER)).toBe(true);
	// Of Fers and Cubiss he works on; of ZB its own adviser, who is back.
	expect(await worksForZb('demo:probiblio')).toBe(false);
	expect((await userOf('demo:probiblio')).coveredInstituteIds).toHaveLength(2);
	expect(await advisersOf(zb)).toBe(1);
	expect(await handOver(db, admin, LEAVER, ['demo:rijnbrink'])).toBe('left');
	for (const id of ['demo:cubiss', 'demo:fers'])
		expect(await undoHandover(db, admin, id)).toBe(true);
	expect((await userOf('demo:probiblio')).coveredInstituteIds).toEqual([]);
});

it('stops when the departure that it came from is ended', async () => {
	const { db } = database;
	await handOver(db, admin, 'demo:rijnbrink', ['demo:probiblio']);
	expect((await userOf('demo:probiblio')).coveredInstituteIds).toContain(zb);
	expect(await finishHandover(db, admin, LEAVER)).toBe(true);
	expect((await userOf('demo:probiblio')).coveredInstituteIds).not.toContain(zb);
	expect(await listUnattended(db, [zb])).toEqual(['ZB']);
	await undoHandover(db, admin, 'demo:rijnbrink');
	await switchUser(db, admin, LEAVER, true);
	await handOver(db, admin, LEAVER, ['demo:rijnbrink']);
});

it('tells who stopped, and when nobody works for a POI any more', async () => {
	const { db } = database;
	await switchUser(db, admin, 'demo:rijnbrink', false);
	expect((await findDeparture(db, LEAVER))?.institutes).toEqual([
		{
			...{ id: zb, name: 'ZB', working: [], own: [], isAttended: false },
			stopped: ['Adviseur Rijnbrink']
		}
	]);
	expect(await listUnattended(db, [zb])).toEqual(['ZB']);
	await switchUser(db, admin, 'demo:rijnbrink', true);
	expect(await listUnattended(db, [zb])).toEqual([]);
});

it('hands nothing over to a colleague of whose POI it is', async () => {
	const { db } = database;
	const colleague = await insertUser(database.ownerDb, 'advisor', zb, 'ZB');
	const leaver = await insertUser(database.ownerDb, 'advisor', zb, 'ZB');
	expect(await handOver(db, admin, leaver.id, [colleague.id, 'demo:cubiss'])).toBe('left');
	expect((await findDeparture(db, leaver.id))?.institutes).toEqual([
		{
			...{ id: zb, name: 'ZB', stopped: [], isAttended: true },
			...{ working: ['Adviseur Cubiss'], own: [colleague.name] }
		}
	]);
	// When she moves to another POI, she does not take this one along.
	const { id } = (await listSuccessors(db, leaver.id)).find((one) => one.id === colleague.id)!;
	await database.ownerDb
		.updateTable('appUser')
		.set({ supportInstituteId: (await userOf('demo:fers')).supportInstituteId })
		.where('id', '=', id)
		.execute();
	expect((await userOf(colleague.id)).coveredInstituteIds).toEqual([]);
	await finishHandover(db, admin, leaver.id);
	await switchUser(db, admin, colleague.id, false);
});

it('can be taken back, or ended when there is a new adviser', async () => {
	const { db } = database;
	expect(await undoHandover(db, admin, LEAVER)).toBe(true);
	expect(await undoHandover(db, admin, LEAVER)).toBe(false);
	expect((await findUser(db, LEAVER))?.active).toBe(true);
	expect((await userOf('demo:rijnbrink')).coveredInstituteIds).toEqual([]);
	expect(await advisersOf(zb)).toBe(1);
	await handOver(db, admin, LEAVER, ['demo:rijnbrink']);
	expect(await finishHandover(db, admin, LEAVER)).toBe(true);
	expect((await findUser(db, LEAVER))?.active).toBe(false);
	expect((await userOf('demo:rijnbrink')).coveredInstituteIds).toEqual([]);
	expect(await advisersOf(zb)).toBe(0);
});

it('lets colleagues choose in the log who took over, also when that is past', async () => {
	const { db, ownerDb } = database;
	const colleague = await insertUser(ownerDb, 'advisor', zb, 'ZB');
	const { authors } = await readLogChoices(db, logReader(colleague));
	const ids = authors.map(({ id }) => id);
	expect(ids).toContain('demo:rijnbrink');
	expect(ids).not.toContain('demo:bisc');
	expect(await advisersOf(zb)).toBe(1);
	await switchUser(db, admin, colleague.id, false);
});

it('is in the log, and never rewritten', async () => {
	const { query } = readLogQuery(new URLSearchParams('soort=gebruikers'));
	const reader = logReader(admin);
	const { rows } = await readLog(database.db, query, reader, 50);
	const said = rows.map((row) => showLine(row, reader).what);
	expect(said).toContain(
		'Adviseur ZB vertrok, Adviseur Fers, Adviseur Rijnbrink nam het werk over'
	);
	expect(said).toContain('Vertrek van Adviseur ZB ongedaan gemaakt');
	expect(said).toContain('Waarneming voor Adviseur ZB gestopt');
	for (const table of ['adviserHandover', 'adviserHandoverTo'] as const)
		await expect(database.ownerDb.deleteFrom(table).execute()).rejects.toThrow(/never rewritten/);
});

it('knows of what went over before this was kept from which departure it came', async () => {
	const { db, ownerDb, drop } = await createTestDatabase({ seeded: true });
	const migrator = createMigrator(ownerDb);
	await migrator.migrateTo('2026-12-02-d3-create-source-check');
	await sql`with departure as (
			insert into adviser_handover (user_id, kind, recorded_at, recorded_by, recorded_for)
			values ('demo:zb', 'left', '2022-01-01', 'x', 'KB'), ('demo:fers', 'left', '2022-01-02', 'x', 'KB')
			returning id, user_id)
		insert into adviser_handover_to (handover_id, support_institute_id, user_id)
		select departure.id, account.support_institute_id, case departure.user_id when 'demo:zb' then 'demo:fers' else 'demo:cubiss' end
		from departure join app_user account on account.id = any (case departure.user_id
			when 'demo:zb' then array['demo:zb'] else array['demo:zb', 'demo:fers'] end)`.execute(ownerDb);
	await ownerDb
		.updateTable('appUser')
		.set({ active: false })
		.where('id', 'in', [LEAVER, 'demo:fers'])
		.execute();
	expect((await migrator.migrateToLatest()).error).toBeUndefined();
	expect(await coveredBy(db, 'demo:cubiss')).toHaveLength(2);
	await undoHandover(db, admin, LEAVER);
	const { supportInstituteId } = (await findUser(db, 'demo:fers'))!;
	expect(await coveredBy(db, 'demo:cubiss')).toEqual([supportInstituteId]);
	await migrator.migrateTo('2026-12-02-d3-create-source-check');
	expect(await ownerDb.selectFrom('adviserHandoverTo').select('userId').execute()).toHaveLength(3);
	await drop();
});
