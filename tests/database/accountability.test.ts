import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { institutesOf } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import type { EntryKind } from '#lib/programme/grant/course.ts';
import {
	accountabilityFile,
	readAccountability
} from '#lib/server/figures/subsidy/read-accountability.ts';
import { recordGrantDue } from '#lib/server/programme/grant/dues.ts';
import { recordGrantEntry } from '#lib/server/programme/grant/entries.ts';
import { readLibraryGrants } from '#lib/server/programme/grant/library-grants.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import { insertUser } from '#tests/factories/user.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import type { FilledDue } from '#lib/programme/grant/read-due-form.ts';

let database: TestDatabase;
let manager: User;
let adviser: User;
let stranger: User;
let library: { id: number; name: string; supportInstituteId: number };

const record = (kind: EntryKind, year: number, amountCents: number | null, user = manager) =>
	recordGrantEntry(database.db, user, authorOf(user), {
		...{ kind, year, amountCents, libraryIds: [library.id], scheme: 'digitale-inclusie' },
		...{ onDay: '2022-01-10', note: null }
	});
const setDay = (more: Partial<FilledDue> = {}, user = manager) =>
	recordGrantDue(database.db, user, authorOf(user), {
		...{ kind: 'survey', year: 2020, dueOn: '2021-06-01', source: 'Brief van KB', ...more }
	});
const read = (search = '', user = manager) =>
	readAccountability(database.db, new URLSearchParams(search), institutesOf(user));
const shown = async (search = '', user = manager) =>
	(await read(search, user)).chosen.map(({ kind, year, state }) => `${kind} ${year} ${state}`);

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	manager = await insertUser(database.ownerDb, 'programme_manager', null, 'KB');
	library = await database.db
		.selectFrom('library')
		.select(['id', 'name', 'supportInstituteId'])
		.where('slug', '=', 'biblionet-groningen')
		.executeTakeFirstOrThrow();
	const { id: other } = await database.db
		.selectFrom('supportInstitute')
		.select('id')
		.where('id', '!=', library.supportInstituteId)
		.executeTakeFirstOrThrow();
	adviser = await insertUser(database.ownerDb, 'advisor', library.supportInstituteId, 'POI');
	stranger = await insertUser(database.ownerDb, 'advisor', other, 'Andere POI');
	await record('decision', 2020, 20_000_00);
	await record('decision', 2021, 10_000_00);
});
afterAll(() => database.drop());

describe('what libraries hand in', () => {
	it('is listed for who works for the library, by state, late only after a day that was set', async () => {
		expect(await shown()).toEqual([
			...['accounts 2020 undated', 'survey 2020 undated'],
			...['accounts 2021 undated', 'survey 2021 undated']
		]);
		expect(await setDay()).toBe('recorded');
		expect(await setDay()).toBe('unchanged');
		await setDay({ year: 2021, dueOn: '2022-06-01' });
		expect(await shown('toon=te-laat')).toEqual(['survey 2020 late']);
		expect(await shown('toon=nog-op-tijd', adviser)).toEqual(['survey 2021 due']);
		expect(await shown('', stranger)).toEqual([]);
		expect(await shown('provincie=limburg')).toEqual([]);
		expect(await shown('toon=onzin')).toHaveLength(4);
		expect((await read('toon=onzin')).notices).toEqual([
			{ parameter: 'toon', value: 'onzin', problem: 'unknown_value' }
		]);
	});

	it('goes from the list when it is in, and stays missing as it was known before', async () => {
		expect(await record('survey', 2020, null, adviser)).toEqual({ outcome: 'refused' });
		expect(await record('survey', 2020, null)).toMatchObject({ outcome: 'recorded' });
		await record('accounts', 2020, 19_000_00);
		expect(await shown('toon=ontvangen')).toEqual([
			...['accounts 2020 handed_in', 'survey 2020 handed_in']
		]);
		expect(await shown('toon=ontbreekt')).toHaveLength(2);
		expect(await shown('peildatum=2022-01-09')).toEqual([]);
		expect(await shown('bekendOp=2022-01-30')).toEqual([]);
	});

	it('is in its file what it is on the page', async () => {
		const url = new URL('https://voorbeeld.nl/x?toon=ontbreekt&scheiding=komma');
		const file = await accountabilityFile(database.db, url, 'stukken.csv', institutesOf(manager));
		const lines = (await file!.text()).trim().split('\r\n').slice(1);
		const { chosen } = await read('toon=ontbreekt');
		expect(lines).toHaveLength(chosen.length);
		for (const [at, line] of lines.entries()) expect(line).toContain(`,${chosen[at]!.year},`);
		const book = await accountabilityFile(database.db, url, 'stukken.xlsx', null);
		expect(book?.headers.get('content-type')).toContain('spreadsheet');
		expect(await accountabilityFile(database.db, url, 'iets.csv', null)).toBeNull();
	});

	it('is in the dossier of the library, for its POI and KB alone', async () => {
		const own = (user?: User) =>
			readLibraryGrants(database.db, user, library, { day: '2022-01-31', knownOn: null });
		expect(await own()).toBeNull();
		expect(await own(stranger)).toBeNull();
		const grants = await own(adviser);
		expect(grants).toEqual(await own(manager));
		expect(grants!.courses.map(({ year, course }) => [year, course.accountedCents])).toEqual([
			[2020, 19_000_00],
			[2021, null]
		]);
		expect(grants!.duties).toHaveLength(4);
	});
});

describe('a last day', () => {
	it('is set by the programme manager alone, and taken away by a row without one', async () => {
		expect(await setDay({ dueOn: '2021-07-01' }, adviser)).toBe('refused');
		expect((await read()).dues.map(({ dueOn }) => dueOn)).toEqual(['2021-06-01', '2022-06-01']);
		expect(await setDay({ year: 2021, dueOn: null })).toBe('recorded');
		expect(await setDay({ year: 2021, dueOn: null })).toBe('unchanged');
		expect((await read()).dues.map(({ dueOn }) => dueOn)).toEqual(['2021-06-01']);
	});

	const insert = (values: string) =>
		sql`insert into grant_due_entry (kind, year, due_on, source, recorded_at, recorded_by, recorded_for)
			values (${sql.raw(values)})`;
	it.each([
		['grant_due_entry_append_only', sql`update grant_due_entry set due_on = null`],
		['grant_due_entry_append_only', sql`delete from grant_due_entry`],
		['grant_due_entry_kind_known', insert(`'brief', 2020, null, 'x', now(), 'a', 'b'`)],
		['grant_due_entry_year_possible', insert(`'survey', 1999, null, 'x', now(), 'a', 'b'`)],
		['grant_due_entry_source_length', insert(`'survey', 2020, null, ' ', now(), 'a', 'b'`)],
		['grant_due_entry_author_filled', insert(`'survey', 2020, null, 'x', now(), ' ', 'b'`)],
		['grant_due_entry_day_after_year', insert(`'survey', 2020, '2020-12-31', 'x', now(), 'a', 'b'`)]
	])('is guarded by %s', async (constraint, statement) => {
		await expect(statement.execute(database.ownerDb)).rejects.toMatchObject({ constraint });
	});
});
