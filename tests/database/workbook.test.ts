import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '#lib/access/account/user.ts';
import { decodeText } from '#lib/base/spreadsheet/decode-text.ts';
import { libraryOf, pointOf } from '#lib/ledger/subject/subject.ts';
import { readDelimited } from '#lib/base/spreadsheet/read-delimited.ts';
import type { Cell, Tables } from '#lib/base/spreadsheet/spreadsheet.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { listSubjectEvents } from '#lib/server/ledger/change/recorded-events.ts';
import { appendEvents, type NewEvent } from '#lib/server/ledger/event/append.ts';
import { readFile } from '#lib/server/platform/spreadsheet/read-file.ts';
import { writeWorkbook } from '#lib/server/platform/spreadsheet/write-workbook.ts';
import { lockWriters } from '#lib/server/work/update/queries.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import { applyUpload, undoUpload } from '#lib/server/work/workbook/apply-upload.ts';
import { readBookScope } from '#lib/server/work/workbook/book-scope.ts';
import { compareFile } from '#lib/server/work/workbook/compare-file.ts';
import { readPreview } from '#lib/server/work/workbook/read-preview.ts';
import { makeBook, makeCsv } from '#lib/server/work/workbook/make-book.ts';
import {
	findUpload,
	keepUpload,
	listUploads,
	rememberMappings,
	saveAnswers
} from '#lib/server/work/workbook/queries.ts';
import { NO_CHOICE } from '#lib/work/workbook/answers.ts';
import { hasTable } from '#lib/work/workbook/has-table.ts';
import { countFates } from '#lib/work/workbook/preview.ts';
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

let database: TestDatabase;
let adviser: User;
let colleague: User;
let stranger: User;
let manager: User;
let library: { id: number; name: string };
let pointId: number;

beforeAll(async () => {
	database = await createTestDatabase();
	await insertBasics(database.ownerDb);
	const reasons = [
		{ code: 'ict', labelNl: 'Ict', labelEn: 'IT', external: false, position: 1 },
		{ code: 'anders', labelNl: 'Anders', labelEn: 'Other', external: false, position: 2 }
	];
	await database.ownerDb.insertInto('reason').values(reasons).execute();
});
afterAll(() => database.drop());

beforeEach(async () => {
	overwriteGetLocale(() => 'nl');
	const { ownerDb } = database;
	const own = await insertSupportInstitute(ownerDb);
	adviser = await insertUser(ownerDb, 'advisor', own);
	colleague = await insertUser(ownerDb, 'advisor', own);
	stranger = await insertUser(ownerDb, 'advisor', await insertSupportInstitute(ownerDb));
	manager = await insertUser(ownerDb, 'programme_manager', null, 'KB');
	const { id } = await insertLibrary(ownerDb, { supportInstituteId: own });
	const { name } = await ownerDb
		.selectFrom('library')
		.select('name')
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	library = { id, name };
	pointId = await insertInformationPoint(ownerDb, id, await insertMunicipality(ownerDb), {
		name: 'Café Zuid'
	});
	await setToday(ownerDb, PLANNED);
	await append(adviser, [
		plan({ milestoneCode: 'training' }),
		plan({ milestoneCode: 'netwerk' }),
		plan({ subject: pointOf(pointId), milestoneCode: 'opening' })
	]);
	await setToday(ownerDb, TODAY);
});

function plan(values: Partial<NewEvent>): NewEvent {
	return {
		...{ subject: libraryOf(library.id), milestoneCode: 'training', kind: 'planned' },
		...{ effectiveOn: PLANNED, targetOn: '2021-06-01' },
		...values
	};
}

const append = (user: User, events: NewEvent[]) =>
	database.db.transaction().execute((trx) => appendEvents(trx, authorOf(user), events));

/** Connections that wait for a lock. */
async function countWaiting(): Promise<number> {
	const { rows } = await sql<{ count: number }>`select count(*)::int as count
		from pg_locks join pg_stat_activity using (pid)
		where not granted and datname = current_database()`.execute(database.ownerDb);
	return rows[0]!.count;
}

/** The workbook of the adviser, as it comes back; each row by its milestone. */
async function download(): Promise<Tables> {
	const scope = await readBookScope(database.db, adviser, new URLSearchParams(), TODAY);
	return readFile(await writeWorkbook(await makeBook(database.db, scope, TODAY)));
}

function fill(tables: Tables, milestone: string, values: Record<string, Cell>): Tables {
	const { rows } = tables.sheets[0]!;
	const row = rows.find(({ cells }) => cells[2] === milestone)!;
	for (const [header, cell] of Object.entries(values)) {
		row.cells[rows[0]!.cells.indexOf(header)] = cell;
	}
	return tables;
}

const csv = (text: string): Tables => ({
	...{ kind: 'csv', from1904: false },
	sheets: [readDelimited(text)]
});

async function send(tables: Tables, user = adviser) {
	const id = await keepUpload(database.db, user, { name: 'mijn bestand.xlsx', tables });
	return (await findUpload(database.db, user, id))!;
}

async function preview(tables: Tables, user = adviser) {
	const upload = await send(tables, user);
	const file = await compareFile(database.db, user, upload, TODAY);
	const told = file.rows.filter(({ fate }) => fate !== 'same');
	return {
		upload,
		file,
		told,
		remarks: told.flatMap((row) => row.remarks.map(({ text }) => text))
	};
}

async function apply(tables: Tables, user = adviser) {
	const upload = await send(tables, user);
	await applyUpload(database.db, user, upload, TODAY);
	return (await findUpload(database.db, user, upload.id))!;
}

const training = async () =>
	(await download()).sheets[0]!.rows.find(
		({ cells }) => cells[2] === 'Vaardigheidstraining gevolgd'
	)!.cells;

describe('a workbook', () => {
	it('has a row for every milestone, with real days and a stamp, and changes nothing sent back', async () => {
		const tables = await download();
		expect(tables.sheets.map(({ name }) => name)).toEqual(['Mijlpalen', 'Locaties', 'Uitleg']);
		expect(tables.sheets[0]!.rows).toHaveLength(15);
		const { file } = await preview(tables);
		expect(countFates(file.rows)).toMatchObject({ same: 14 });
		expect(file.acts).toEqual([]);
	});

	it('is as good as CSV', async () => {
		const scope = await readBookScope(database.db, adviser, new URLSearchParams(), TODAY);
		const text = await makeCsv(database.db, scope, TODAY);
		expect(text).toContain('01-06-2021');
		const { file } = await preview(csv(decodeText(Buffer.from(text))!));
		expect(countFates(file.rows)).toMatchObject({ same: 14 });
	});

	it('has only the libraries of its reader, whatever is asked for', async () => {
		const of = async (user: User, search = '') => {
			const scope = await readBookScope(database.db, user, new URLSearchParams(search), TODAY);
			return scope.libraries.map(({ id }) => id);
		};
		expect(await of(adviser)).toEqual([library.id]);
		expect(await of(stranger)).toEqual([]);
		expect(await of(manager)).toContain(library.id);
	});
});

describe('a file that is sent back', () => {
	it('records what was changed as one batch, once, and can be undone whole', async () => {
		const tables = await download();
		fill(tables, 'Vaardigheidstraining gevolgd', {
			'Gepland op': { day: '2021-07-01' },
			'Reden van de wijziging': 'ict'
		});
		fill(tables, 'Doorverwijsafspraken met lokaal netwerk', {
			Stand: 'gereed',
			'Datum stand': '03-05-2021'
		});
		const { told } = await preview(tables);
		expect(told.map(({ fate, changes }) => [fate, changes])).toEqual([
			['new', ['state', 'stateOn']],
			['new', ['planOn']]
		]);
		const upload = await apply(tables);
		expect([upload.recordedCount, upload.leftCount]).toEqual([2, 0]);
		await applyUpload(database.db, adviser, upload, TODAY);
		const again = await apply(tables);
		expect([again.recordedCount, again.batchId]).toEqual([0, null]);
		expect((await training())[4]).toEqual({ day: '2021-07-01' });
		const undone = await undoUpload(
			database.db,
			adviser,
			{ id: upload.id, batchId: upload.batchId! },
			TODAY
		);
		expect(undone).toEqual({ outcome: 'undone', undone: 2, kept: 0, changedSince: 0 });
		expect((await training())[4]).toEqual({ day: '2021-06-01' });
		expect(
			(await listUploads(database.db, adviser)).map(({ undoneAt }) => undoneAt !== null)
		).toEqual([...[false, true, false]]);
	});

	it('is undone whole or not at all, at the moment of that', async () => {
		const tables = await download();
		fill(tables, 'Vaardigheidstraining gevolgd', {
			'Gepland op': { day: '2021-07-01' },
			'Reden van de wijziging': 'ict'
		});
		const { id, batchId } = await apply(tables);
		const undo = () => undoUpload(database.db, adviser, { id, batchId: batchId! }, TODAY);
		await sql`create function refuse_undo() returns trigger language plpgsql as
				$$ begin raise exception 'no'; end $$;
			create trigger refuse_undo before update on upload for each row execute function refuse_undo();`.execute(
			database.ownerDb
		);
		await expect(undo()).rejects.toThrow('no');
		await sql`drop trigger refuse_undo on upload; drop function refuse_undo`.execute(
			database.ownerDb
		);
		expect((await training())[4]).toEqual({ day: '2021-07-01' });
		expect(await undo()).toMatchObject({ outcome: 'undone', undone: 1 });
		const { rows } = await sql<{ isOwn: boolean }>`
			select undone_at = (select last_recorded_at from data_version) as is_own
			from upload where id = ${id}`.execute(database.ownerDb);
		expect(rows).toEqual([{ isOwn: true }]);
	});

	it('is refused by the rules of the form, at the cell that it is about', async () => {
		const tables = await download();
		fill(tables, 'Vaardigheidstraining gevolgd', { 'Gepland op': { day: '2021-07-01' } });
		fill(tables, 'Doorverwijsafspraken met lokaal netwerk', {
			Stand: 'gereed',
			'Datum stand': { day: '2021-05-11' }
		});
		const { told, file } = await preview(tables);
		expect(told.map(({ fate, remarks }) => [fate, remarks.map(({ column }) => column)])).toEqual([
			['wrong', ['stateOn']],
			['wrong', ['reason']]
		]);
		expect(file.acts).toEqual([]);
	});

	it('leaves alone what somebody else changed and she did not, and asks where both did', async () => {
		const tables = await download();
		await append(colleague, [
			plan({ effectiveOn: TODAY, targetOn: '2021-08-01', reasonCode: 'ict' })
		]);
		expect((await preview(tables)).told).toEqual([]);
		fill(tables, 'Vaardigheidstraining gevolgd', {
			'Gepland op': { day: '2021-09-01' },
			'Reden van de wijziging': 'ict'
		});
		const { told, upload } = await preview(tables);
		expect(told).toMatchObject([{ fate: 'conflict', theirs: { targetOn: '2021-08-01' } }]);
		const { row, theirs } = told[0]!;
		const rows = { [row.key]: { ...NO_CHOICE, mineOver: theirs!.id } };
		await saveAnswers(database.db, adviser, upload.id, { order: null, rows });
		await applyUpload(
			database.db,
			adviser,
			(await findUpload(database.db, adviser, upload.id))!,
			TODAY
		);
		expect((await training())[4]).toEqual({ day: '2021-09-01' });
	});

	it('sent twice and applied at the same moment records once, and only one says so', async () => {
		const tables = await download();
		fill(tables, 'Vaardigheidstraining gevolgd', {
			'Gepland op': { day: '2021-07-01' },
			'Reden van de wijziging': 'ict'
		});
		const sent = [await send(tables), await send(tables)];
		// Both have compared the file before either records.
		const applied = await database.db.transaction().execute(async (trx) => {
			await lockWriters(trx);
			const both = sent.map((one) => applyUpload(database.db, adviser, one, TODAY));
			while ((await countWaiting()) < both.length);
			return both;
		});
		await Promise.all(applied);
		const uploads = await listUploads(database.db, adviser);
		expect(uploads.map(({ recordedCount }) => recordedCount).toSorted()).toEqual([0, 1]);
		expect(uploads.map(({ leftCount }) => leftCount)).toEqual([0, 0]);
		expect(uploads.filter(({ batchId }) => batchId !== null)).toHaveLength(1);
	});

	it('keeps the note of an entry of which it puts the day right', async () => {
		const done = { milestoneCode: 'netwerk', kind: 'achieved', effectiveOn: '2021-05-01' } as const;
		const said = { note: 'Met taart.', noteVisibility: 'stakeholders' } as const;
		await append(adviser, [{ subject: libraryOf(library.id), ...done, ...said }]);
		const right = async (values: Record<string, Cell>) => {
			await apply(fill(await download(), 'Doorverwijsafspraken met lokaal netwerk', values));
			return (await listSubjectEvents(database.db, libraryOf(library.id))).at(-1);
		};
		expect(await right({ 'Datum stand': { day: '2021-05-03' } })).toMatchObject({
			...{ ...said, effectiveOn: '2021-05-03' }
		});
		// A note of her own goes over it, for the readers of a file.
		const note = 'Toch eerder.';
		expect(
			await right({ 'Datum stand': { day: '2021-05-02' }, 'Toelichting bij de wijziging': note })
		).toMatchObject({ note, noteVisibility: 'internal', effectiveOn: '2021-05-02' });
	});

	it('shows the reason and the note that are recorded with a change, and no others', async () => {
		const tables = await download();
		const said = { 'Reden van de wijziging': 'ict', 'Toelichting bij de wijziging': 'De vloer.' };
		fill(tables, 'Vaardigheidstraining gevolgd', { 'Gepland op': { day: '2021-07-01' }, ...said });
		// What is done has no reason.
		fill(tables, 'Doorverwijsafspraken met lokaal netwerk', {
			...{ Stand: 'gereed', 'Datum stand': '03-05-2021' },
			...said
		});
		const { upload } = await preview(tables);
		const about = { search: new URLSearchParams('toon=nieuw'), today: TODAY };
		const { rows } = await readPreview(database.db, adviser, upload, about);
		const explained = rows.map(({ title, explanation }) => [title.split(', ').at(-1), explanation]);
		const note = 'Toelichting bij de wijziging: De vloer.';
		expect(explained).toEqual([
			['Doorverwijsafspraken met lokaal netwerk', [note]],
			['Vaardigheidstraining gevolgd', ['Reden van de wijziging: ict', note]]
		]);
	});

	it('keeps what was recorded since when it is undone, and says so', async () => {
		const tables = await download();
		fill(tables, 'Vaardigheidstraining gevolgd', {
			'Gepland op': { day: '2021-07-01' },
			'Reden van de wijziging': 'ict'
		});
		const { id, batchId } = await apply(tables);
		await append(colleague, [
			plan({ effectiveOn: TODAY, targetOn: '2021-08-01', reasonCode: 'ict' })
		]);
		const undone = await undoUpload(database.db, adviser, { id, batchId: batchId! }, TODAY);
		expect(undone).toMatchObject({ outcome: 'undone', changedSince: 1 });
		expect((await training())[4]).toEqual({ day: '2021-08-01' });
	});

	it('says so as well when she herself recorded something since, and not of what was taken back', async () => {
		const tables = await download();
		fill(tables, 'Vaardigheidstraining gevolgd', {
			'Gepland op': { day: '2021-07-01' },
			'Reden van de wijziging': 'ict'
		});
		const { id, batchId } = await apply(tables);
		const [own] = await append(adviser, [
			plan({ effectiveOn: TODAY, targetOn: '2021-08-01', reasonCode: 'ict' })
		]);
		const undo = () => undoUpload(database.db, adviser, { id, batchId: batchId! }, TODAY);
		expect(await undo()).toMatchObject({ undone: 1, changedSince: 1 });
		const gone = { kind: 'undone', targetOn: null, correctsEventId: own! } as const;
		await append(adviser, [plan({ effectiveOn: TODAY, ...gone })]);
		expect(await undo()).toMatchObject({ undone: 0, changedSince: 0 });
	});

	it('takes a plan back by an emptied cell, only in our own workbook', async () => {
		const tables = await download();
		fill(tables, 'Vaardigheidstraining gevolgd', {
			'Gepland op': null,
			'Reden van de wijziging': 'ict'
		});
		expect((await preview(tables)).told).toMatchObject([{ fate: 'new', changes: ['planOn'] }]);
		const text = `Bibliotheek;Mijlpaal;Gepland op\n${library.name};Vaardigheidstraining gevolgd;\n`;
		expect((await preview(csv(text))).told).toEqual([]);
	});

	it('plans anew what did not apply, once it says that it does', async () => {
		await append(adviser, [
			{ ...plan({ kind: 'not_applicable', effectiveOn: PLANNED }), targetOn: null }
		]);
		const changed = { 'Gepland op': '1-9-2021', 'Reden van de wijziging': 'ict' };
		const refused = await preview(fill(await download(), 'Vaardigheidstraining gevolgd', changed));
		expect(refused.remarks.join()).toContain('Deze mijlpaal is niet van toepassing.');
		const both = { ...changed, Stand: 'nog niet gereed' };
		const { remarks, told } = await preview(
			fill(await download(), 'Vaardigheidstraining gevolgd', both)
		);
		expect(remarks).toEqual([]);
		expect(told).toMatchObject([{ fate: 'new' }]);
	});

	it('is refused where only a part of it was sorted', async () => {
		const tables = await download();
		const [, one, other] = tables.sheets[0]!.rows;
		const stamp = one!.cells[11]!;
		one!.cells[11] = other!.cells[11]!;
		other!.cells[11] = stamp;
		expect((await preview(tables)).told.map(({ fate }) => fate)).toEqual(['wrong', 'wrong']);
	});
});

describe('a file of her own', () => {
	const named = (values: string) =>
		`Titel van het overzicht\n\nbibliotheek;vestiging;stap;gepland;reden\n${values}\n`;

	it('is matched by names, without accents and capitals', async () => {
		const text = named(`${library.name.toUpperCase()};cafe zuid;Opening;1-7-2021;ict`);
		const { told } = await preview(csv(text));
		expect(told).toMatchObject([
			{ fate: 'new', subject: { level: 'information_point', id: pointId } }
		]);
	});

	it('asks about a date that can be two days, and reads it by the answer', async () => {
		const { told, file, upload } = await preview(
			csv(named(`${library.name};;Vaardigheidstraining gevolgd;7/8/2021;ict`))
		);
		expect([told[0]!.fate, file.asksOrder]).toEqual(['asked', true]);
		const answered = { ...upload, answers: { order: 'month_first', rows: {} } as const };
		const read = await compareFile(database.db, adviser, answered, TODAY);
		expect(read.rows[0]!.row.said.planOn).toBe('2021-07-08');
	});

	it('has names and headers explained once, and remembered', async () => {
		const text = `Bieb;Mijlpaal;Streefdatum;Reden\nDe Bieb;Vaardigheidstraining gevolgd;1-7-2021;ict\n`;
		await rememberMappings(database.db, adviser, [
			{ kind: 'column', given: 'Bieb', target: 'library' }
		]);
		const before = await preview(csv(text));
		expect(before.file).toMatchObject({
			unknownColumns: ['Streefdatum'],
			unknownLibraries: ['De Bieb']
		});
		await rememberMappings(database.db, adviser, [
			{ kind: 'column', given: 'streefdatum', target: 'planOn' },
			{ kind: 'library', given: 'de bieb', target: String(library.id) }
		]);
		const after = await preview(csv(text));
		expect(after.file.unknownColumns).toEqual([]);
		expect(after.told).toMatchObject([{ fate: 'new' }]);
	});

	it('asks what its columns are when none is known, also again when they were explained wrongly', async () => {
		const text = `Overzicht 2021\nBieb;Fase;Klaar op\n${library.name};Borging;1-7-2021\n`;
		const columns = async () => {
			const { file, upload } = await preview(csv(text));
			const about = { search: new URLSearchParams(), today: TODAY };
			const { asksHeader, unknownColumns } = await readPreview(
				...([database.db, adviser, upload, about] as const)
			);
			return { asksHeader, unknownColumns, rows: file.rows.length };
		};
		const asked = (...said: (string | null)[]) => ({
			...{ asksHeader: true, rows: 0 },
			unknownColumns: ['Bieb', 'Fase', 'Klaar op'].map((name, at) => ({ name, said: said[at] }))
		});
		expect(hasTable(csv(text), new Map())).toBe(true);
		expect(await columns()).toEqual(asked(null, null, null));
		const say = (given: string, target: string) =>
			rememberMappings(database.db, adviser, [{ kind: 'column', given, target }]);
		await say('Bieb', 'library');
		await say('Fase', 'ignored');
		expect(await columns()).toEqual(asked('library', 'ignored', null));
		await say('Fase', 'milestone');
		expect(await columns()).toMatchObject({ asksHeader: false, rows: 1 });
		await say('Klaar op', 'planOn');
		expect((await preview(csv(text))).told).toMatchObject([{ fate: 'new', changes: ['planOn'] }]);
	});

	it.each(['een regel\nnog een\n', 'a;b\n', '1;2\n3;4\n'])(
		'%j is no table to ask about',
		(text) => {
			expect(hasTable(csv(text), new Map())).toBe(false);
		}
	);

	it('of another POI records nothing, by name or by stamp', async () => {
		const tables = await download();
		fill(tables, 'Vaardigheidstraining gevolgd', {
			'Gepland op': { day: '2021-07-01' },
			'Reden van de wijziging': 'ict'
		});
		const byStamp = await preview(tables, stranger);
		expect(new Set(byStamp.file.rows.map(({ fate }) => fate))).toEqual(new Set(['wrong']));
		const text = named(`${library.name};;Vaardigheidstraining gevolgd;1-7-2021;ict`);
		const byName = await preview(csv(text), stranger);
		expect(byName.told).toMatchObject([{ fate: 'wrong', remarks: [{ column: 'library' }] }]);
		await rememberMappings(database.db, stranger, [
			{ kind: 'library', given: library.name, target: String(library.id) }
		]);
		expect((await preview(csv(text), stranger)).told).toMatchObject([{ fate: 'wrong' }]);
	});

	it('is seen by its author alone', async () => {
		const { id } = await send(
			csv(named(`${library.name};;Vaardigheidstraining gevolgd;1-7-2021;ict`))
		);
		expect(await findUpload(database.db, colleague, id)).toBeUndefined();
		expect(await listUploads(database.db, colleague)).toEqual([]);
	});

	it('refuses a second row about the same milestone', async () => {
		const line = `${library.name};;Vaardigheidstraining gevolgd;1-7-2021;ict`;
		const { told, remarks } = await preview(csv(named(`${line}\n${line.replace('1-7', '2-7')}`)));
		expect(told.map(({ fate }) => fate)).toEqual(['new', 'wrong']);
		expect(remarks[0]).toContain('rij 4');
	});
});
