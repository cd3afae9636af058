import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role, User } from '#lib/access/account/user.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import {
	addUser,
	changeUser,
	resetPassword,
	switchUser
} from '#lib/server/access/account/manage-users.ts';
import { addReason, changeReason } from '#lib/server/ledger/reason/service.ts';
import { readLogChoices } from '#lib/server/work/logbook/choices.ts';
import { logFile } from '#lib/server/work/logbook/file-response.ts';
import { logStatement, readLog, sourcesFor } from '#lib/server/work/logbook/read-log.ts';
import { LOG_SOURCES, NOT_IN_LOG } from '#lib/server/work/logbook/sources.ts';
import { logReader, type LogQuery, type LogReader, type LogRow } from '#lib/work/logbook/line.ts';
import { readLogQuery } from '#lib/work/logbook/query.ts';
import { showLine } from '#lib/work/logbook/shown-line.ts';
import { insertUser } from '#tests/factories/user.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let manager: User;
let admin: User;
let adviser: User;
let everything: LogReader;

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	const { ownerDb } = database;
	manager = await insertUser(ownerDb, 'programme_manager', null, 'KB');
	admin = await insertUser(ownerDb, 'admin', null, 'KB');
	const { id } = await ownerDb
		.selectFrom('supportInstitute')
		.select('id')
		.where('slug', '=', 'zb')
		.executeTakeFirstOrThrow();
	adviser = await insertUser(ownerDb, 'advisor', id, 'ZB');
	everything = logReader(manager);
});
afterAll(() => database.drop());
beforeEach(() => overwriteGetLocale(() => 'nl'));

const ask = (address = ''): LogQuery => readLogQuery(new URLSearchParams(address)).query;
const read = (address = '', reader = everything, most = 50) =>
	readLog(database.db, ask(address), reader, most);
const shown = async (address: string, user: User, most = 50) => {
	const reader = logReader(user);
	const { rows } = await read(address, reader, most);
	return rows.map((row) => showLine(row, reader));
};

/** The whole log, page by page. */
async function readAll(address: string, reader = everything, most = 1000): Promise<LogRow[]> {
	const all: LogRow[] = [];
	let query = ask(address);
	for (;;) {
		const { rows, next } = await readLog(database.db, query, reader, most);
		all.push(...rows);
		if (next === null) return all;
		query = { ...query, before: next };
	}
}

const countOf = async (table: string, where = 'true') => {
	const { rows } = await sql<{ count: number }>`
		select count(*)::int as count from ${sql.table(table)} where ${sql.raw(where)}`.execute(
		database.ownerDb
	);
	return rows[0]!.count;
};

describe('what the log reads', () => {
	it('is every table whose rows have an author or a moment of recording', async () => {
		const { rows } = await sql<{ name: string }>`
			select distinct relname as name from pg_attribute join pg_class on pg_class.oid = attrelid
			where relnamespace = 'public'::regnamespace and relkind = 'r' and not attisdropped
				and (attname ~ '^(recorded|created|frozen)_(by|for)$' or attname in ('recorded_at', 'made_at', 'sent_at')
					or attname = 'user_id' and relname !~ '^app_')
			order by 1`.execute(database.ownerDb);
		const read = new Set(LOG_SOURCES.map(({ table }) => table));
		const missing = rows
			.map(({ name }) => name)
			.filter((name) => !read.has(name) && NOT_IN_LOG[name] === undefined);
		expect(missing, 'add it to LOG_SOURCES, or to NOT_IN_LOG with the reason').toEqual([]);
		const kept = rows.map(({ name }) => name);
		expect(Object.keys(NOT_IN_LOG).filter((name) => !kept.includes(name))).toEqual([]);
		expect(LOG_SOURCES.filter(({ table }) => NOT_IN_LOG[table])).toEqual([]);
	});

	it('is one line for each row, the newest first, by pages of any size', async () => {
		const lines = await readAll('');
		const expected = await Promise.all(
			LOG_SOURCES.map(async ({ name, table }) => {
				const when: Record<string, string> = {
					grant_rate: 'recorded_at is not null',
					milestone_template: "recorded_by <> 'seed'",
					programme_event: 'recorded_at is not null',
					upload_applied: 'applied_at is not null',
					upload_undone: 'undone_at is not null'
				};
				return [name, await countOf(table, when[name])] as const;
			})
		);
		const found = Map.groupBy(lines, ({ source }) => source);
		expect(expected.map(([name]) => [name, found.get(name)?.length ?? 0])).toEqual(expected);
		expect(lines.map(({ at }) => at)).toEqual(
			lines
				.map(({ at }) => at)
				.toSorted()
				.toReversed()
		);
		expect(lines.length).toBeGreaterThan(10_000);
		const small = await readAll('soort=toerusting', everything, 7);
		expect(small).toEqual(lines.filter(({ kind }) => kind === 'toerusting'));
		expect(new Set(small.map(({ at }) => at)).size).toBeLessThan(small.length);
	});

	it('has words for each, with nothing in them that is not there', async () => {
		for (const locale of ['nl', 'en'] as const) {
			overwriteGetLocale(() => locale);
			for (const { kind } of LOG_SOURCES) {
				for (const line of await shown(`soort=${kind}`, manager)) {
					expect(line.what).not.toMatch(/undefined|null|NaN|\[object/);
					expect(line.who).not.toBe('');
				}
			}
		}
	});
});

describe('what is asked', () => {
	it('is of a library with its locations, an author, a period', async () => {
		const all = await readAll('');
		const of = (address: string) => readAll(address);
		const ofLibrary = all.filter(({ librarySlug }) => librarySlug === 'bibliotheek-venlo');
		expect(await of('bibliotheek=bibliotheek-venlo')).toEqual(ofLibrary);
		expect(new Set(ofLibrary.map(({ pointId }) => pointId)).size).toBeGreaterThan(1);
		expect(await of('wie=demo:zb')).toEqual(
			all.filter(({ recordedBy }) => recordedBy === 'demo:zb')
		);
		const day = (at: string) =>
			new Date(at).toLocaleDateString('sv', { timeZone: 'Europe/Amsterdam' });
		const within = all.filter(({ at }) => '2021-03-28' <= day(at) && day(at) <= '2021-03-30');
		expect(await of('van=28-3-2021&tot=30+maart+2021')).toEqual(within);
		expect(within.length).toBeGreaterThan(10);
	});

	it.each([
		['2021-03-28', '2021-03-28T21:59:59Z', '2021-03-28T22:00:00Z'],
		['2021-10-31', '2021-10-31T22:59:59Z', '2021-10-31T23:00:00Z']
	])('ends with its last day, also on %s when the clock changes', async (day, last, next) => {
		for (const at of [last, next]) {
			await sql`insert into source_check (address, verdict, recorded_at, recorded_by, recorded_for)
				values (${`https://example.nl/${at}`}, 'works', ${at}, 'clock', 'KB')`.execute(database.ownerDb);
		}
		const found = await readAll(`wie=clock&van=${day}&tot=${day}`);
		expect(found.map(({ facts }) => facts?.address)).toEqual([`https://example.nl/${last}`]);
	});

	it('is a word of what was said, or of a name', async () => {
		const all = await readAll('');
		const word = 'verbouwing';
		const has = (text: string | null) => text?.toLowerCase().includes(word) ?? false;
		const found = await readAll(`zoek=${word.toUpperCase()}`);
		expect(found).toEqual(
			all.filter((row) => has(row.said) || has(row.author) || has(row.pointName))
		);
		const named = await readAll('zoek=adviseur+zb');
		expect(named.length).toBeGreaterThan(0);
		expect(new Set(named.map(({ author }) => author))).toEqual(new Set(['Adviseur ZB']));
		// Signs of a pattern are signs.
		expect(await readAll('zoek=%25')).toEqual(all.filter(({ said }) => said?.includes('%')));
	});

	it('is read from an address, and what cannot be used is told', () => {
		const { query, ignored } = readLogQuery(
			new URLSearchParams('soort=x&van=31-2-2021&tot=1-1-2021&voor=gisteren&wie=demo:kb')
		);
		expect(ignored).toEqual(['van', 'soort', 'voor']);
		expect(query).toMatchObject({ kind: null, from: null, to: '2021-01-01', author: 'demo:kb' });
	});

	it.each([
		'2022-02-30T10:00:00.000000Z',
		'0000-01-01T10:00:00.000000Z',
		'2022-01-01T25:00:00.000000Z'
	])('goes on from no moment that does not exist, as %s', async (at) => {
		const { query, ignored } = readLogQuery(new URLSearchParams({ voor: `${at}~event~1` }));
		expect(ignored).toEqual(['voor']);
		const { rows } = await readLog(database.db, query, everything, 1);
		expect(rows).toHaveLength(1);
	});
});

describe('who reads it', () => {
	it('an adviser sees what is about libraries of her POI, and nothing else', async () => {
		const own = await readAll('', logReader(adviser));
		const { rows } = await sql<{ slug: string }>`
			select slug from library where support_institute_id = ${adviser.supportInstituteId}`.execute(
			database.db
		);
		const slugs = new Set(rows.map(({ slug }) => slug));
		expect(own.length).toBeGreaterThan(50);
		expect(own.every(({ librarySlug }) => slugs.has(librarySlug ?? ''))).toBe(true);
		expect(await read('soort=gebruikers', logReader(adviser))).toEqual({ rows: [], next: null });
		expect(await read('wie=demo:rijnbrink', logReader(adviser))).toMatchObject({ rows: [] });
		const { libraries } = await readLogChoices(database.db, logReader(adviser));
		expect(new Set(libraries.map(({ slug }) => slug))).toEqual(slugs);
	});

	it('an administrator sees neither notes nor amounts, and cannot search for them', async () => {
		const [seen, hidden] = await Promise.all([
			shown('soort=kosten', manager),
			shown('soort=kosten', admin)
		]);
		expect(seen[0]?.what).toMatch(/€/);
		expect(hidden).toHaveLength(seen.length);
		expect(new Set(hidden.map(({ what }) => what))).toEqual(new Set(['Iets vastgelegd']));
		expect(hidden.filter(({ href, library }) => href !== null || library !== null)).toEqual([]);
		const noted = await read('zoek=verbouwing');
		expect(noted.rows.length).toBeGreaterThan(0);
		expect((await shown('', admin, 2000)).filter(({ said }) => said !== null)).toEqual([]);
		const found = await read('zoek=verbouwing', logReader(admin));
		expect(found.rows.filter(({ pointName }) => !pointName?.includes('erbouwing'))).toEqual([]);
	});
});

describe('what is not for every reader', () => {
	it('is closed to her, of each table by itself', () => {
		const closedTo = (role: Role) =>
			LOG_SOURCES.filter(({ readers }) => !readers.includes(role)).map(({ name }) => name);
		expect(closedTo('programme_manager')).toEqual(['user_entry']);
		const open = (of: LogReader) => sourcesFor(of).map(({ name }) => name);
		expect(open(logReader(adviser))).toEqual([
			...['event', 'point_trait', 'evidence', 'record_comment', 'inquiry', 'inquiry_reply'],
			...['partner_entry', 'course_count', 'toolkit_entry', 'cost_entry', 'grant_entry'],
			'template_move'
		]);
		const closed = new Set(closedTo('admin'));
		expect(LOG_SOURCES.filter(({ name }) => !closed.has(name)).map(({ name }) => name)).toEqual([
			...['event', 'toolkit_entry', 'grant_rate', 'edition', 'programme_event', 'threshold_change'],
			...['user_entry', 'adviser_handover']
		]);
	});

	it('is who was not chosen in a round: of that only the programme manager reads', async () => {
		const { ownerDb } = database;
		const author = {
			recordedBy: manager.id,
			recordedFor: 'KB',
			recordedAt: '2022-01-31T09:00:00Z'
		};
		const { id, slug } = await ownerDb
			.selectFrom('library')
			.select(['id', 'slug'])
			.where('supportInstituteId', '=', adviser.supportInstituteId)
			.executeTakeFirstOrThrow();
		await ownerDb
			.insertInto('selectionRoundEntry')
			.values({
				...{ code: 'tweede', nameNl: 'Tweede ronde', nameEn: 'Second round', seats: 3 },
				...{ opensOn: '2022-01-01', closesOn: '2022-01-31', criteria: 'Spreiding' },
				...{ state: 'open', source: 'brief', ...author }
			})
			.execute();
		await ownerDb
			.insertInto('selectionApplicationEntry')
			.values({
				...{ roundCode: 'tweede', libraryId: id, receivedOn: '2022-01-10', scores: [] },
				...{ decision: 'not_selected', ...author }
			})
			.execute();
		const said = async (user: User, more = '') =>
			(await shown(`soort=rondes${more}`, user)).map(({ what, library }) => ({ what, library }));
		const [asked] = await said(manager, `&bibliotheek=${slug}`);
		expect(asked?.what).toBe('Ronde tweede: Niet gekozen');
		for (const more of ['', `&bibliotheek=${slug}`, '&zoek=niet+gekozen'])
			expect(await said(adviser, more)).toEqual([]);
		const nothing = { what: 'Iets vastgelegd', library: null };
		expect(await said(admin)).toEqual([nothing, nothing]);
		expect(await said(admin, `&bibliotheek=${slug}`)).toEqual([]);
		expect(await said(admin, `&zoek=${asked?.library}`)).toEqual([]);
		const url = new URL('http://localhost/beheer/logboek/logboek.csv?soort=rondes');
		for (const user of [admin, adviser]) {
			const file = await logFile(database.db, logReader(user), url, 'logboek.csv');
			expect(await file!.text()).not.toContain(asked?.library);
		}
	});
});

describe('what is decided about accounts and reasons', () => {
	it('is in the log, without a name or mail address of its own', async () => {
		const { db } = database;
		const account = { name: 'Noor Smit', role: 'advisor', organisation: 'ZB' } as const;
		const added = await addUser(db, admin, {
			...account,
			...{ email: 'noor.smit@example.nl', supportInstituteId: adviser.supportInstituteId }
		});
		if (typeof added === 'string') throw new Error(added);
		await changeUser(db, admin, added.id, {
			...account,
			...{ role: 'stakeholder', supportInstituteId: null }
		});
		await switchUser(db, admin, added.id, false);
		await switchUser(db, admin, added.id, true);
		await resetPassword(db, admin, added.id);
		const lines = await shown('soort=gebruikers', admin);
		expect(lines.map(({ what }) => what)).toEqual([
			'Nieuw wachtwoord gegeven aan Noor Smit',
			'Account van Noor Smit weer toegang gegeven',
			'Toegang van Noor Smit gestopt',
			'Account van Noor Smit aangepast: belanghebbende',
			'Account gemaakt voor Noor Smit: POI-adviseur, ZB'
		]);
		expect(new Set(lines.map(({ who }) => who))).toEqual(new Set([admin.name]));
		// The programme manager has no page of accounts.
		const closed = (await shown('soort=gebruikers', manager)).map(({ what }) => what);
		expect(closed).toEqual(lines.map(() => 'Iets vastgelegd'));
		const kept = await database.ownerDb.selectFrom('userEntry').selectAll().execute();
		expect(JSON.stringify(kept)).not.toMatch(/Noor|noor/);
		await expect(
			database.ownerDb.updateTable('userEntry').set({ kind: 'made' }).execute()
		).rejects.toThrow(/never rewritten/);
	});

	it('says what a reason became; nothing changed is no line', async () => {
		const { db } = database;
		const input = { labelNl: 'Brand', labelEn: 'Fire', external: true, active: true };
		const code = await db.transaction().execute((trx) => addReason(trx, manager, input));
		const change = (labelNl: string) =>
			db
				.transaction()
				.execute((trx) => changeReason(trx, manager, code, { ...input, labelNl }, undefined));
		await change('Brand of water');
		await change('Brand of water');
		const lines = await shown('soort=redenen', manager);
		expect(lines.map(({ what }) => what)).toEqual([
			'Reden aangepast: Brand of water',
			'Reden toegevoegd: Brand'
		]);
		expect(lines[0]?.href).toBe(`/beheer/redenen/${code}`);
		await expect(database.ownerDb.deleteFrom('reasonEntry').execute()).rejects.toThrow(
			/never rewritten/
		);
	});
});

describe('the files', () => {
	it('have what is chosen, for who may read it', async () => {
		const [{ librarySlug } = { librarySlug: '' }] = (await read('soort=kosten', logReader(adviser)))
			.rows;
		const asked = `soort=kosten&bibliotheek=${librarySlug}`;
		const url = new URL(`http://localhost/beheer/logboek/logboek.csv?${asked}`);
		const file = await logFile(database.db, logReader(adviser), url, 'logboek.csv');
		const text = await file!.text();
		const { rows } = await read(asked, everything, 5000);
		expect(rows.length).toBeGreaterThan(0);
		expect(text.trim().split('\r\n')).toHaveLength(rows.length + 1);
		expect(text).toContain('Soort: Kosten; Bibliotheek: ');
		expect(file!.headers.get('cache-control')).toBe('private, no-store');
		expect(await logFile(database.db, logReader(admin), url, 'x.csv')).toBeNull();
		const book = await logFile(database.db, logReader(admin), url, 'logboek.xlsx');
		expect((await book!.arrayBuffer()).byteLength).toBeGreaterThan(1000);
	});
});

it('takes the newest of each large table by its index', async () => {
	await sql`analyze`.execute(database.ownerDb);
	const wanted = {
		...{ query: ask(), reader: everything, libraries: null },
		named: { libraries: [], points: [], users: [] }
	};
	const { rows } = await sql<{ 'QUERY PLAN': string }>`
		explain ${logStatement(LOG_SOURCES, wanted, 51)}`.execute(database.ownerDb);
	const plan = rows.map((row) => Object.values(row)[0]).join('\n');
	for (const table of [
		'event',
		'point_trait',
		'partner_entry',
		'course_count',
		'cost_entry',
		'toolkit_entry'
	])
		expect(plan).toMatch(new RegExp(`Index Scan using ${table}\\w* on ${table} said`));
});
