import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { User } from '#lib/access/account/user.ts';
import { libraryOf, pointOf } from '#lib/ledger/subject/subject.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { listBatch } from '#lib/server/ledger/change/queries.ts';
import { listSubjectEvents } from '#lib/server/ledger/change/recorded-events.ts';
import { appendEvents, type NewEvent } from '#lib/server/ledger/event/append.ts';
import { recordBatch } from '#lib/server/work/batch/record-batch.ts';
import { undoBatch } from '#lib/server/work/batch/undo-batch.ts';
import { cellActs, type Shared } from '#lib/server/work/grid/cell-acts.ts';
import { readGrid } from '#lib/server/work/grid/read-grid.ts';
import { listSubjects } from '#lib/server/work/update/list-subjects.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import { writeBases } from '#lib/work/grid/base-field.ts';
import type { GridLane } from '#lib/work/grid/cell.ts';
import { readCells } from '#lib/work/grid/read-cells.ts';
import type { GridParams } from '#lib/work/grid/types.ts';
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
let colleague: User;
let instituteId: number;
let libraryId: number;
let pointId: number;

beforeAll(async () => {
	database = await createTestDatabase();
	await insertBasics(database.ownerDb);
	await database.ownerDb
		.insertInto('reason')
		.values({ code: 'ict', labelNl: 'Ict', labelEn: 'IT', external: false, position: 1 })
		.execute();
	await setToday(database.ownerDb, TODAY);
});
afterAll(() => database.drop());

async function setUp() {
	overwriteGetLocale(() => 'nl');
	const { ownerDb } = database;
	instituteId = await insertSupportInstitute(ownerDb);
	adviser = await insertUser(ownerDb, 'advisor', instituteId);
	colleague = await insertUser(ownerDb, 'advisor', instituteId);
	libraryId = (await insertLibrary(ownerDb, { supportInstituteId: instituteId })).id;
	pointId = await insertInformationPoint(ownerDb, libraryId, await insertMunicipality(ownerDb));
}
beforeEach(setUp);

const append = (user: User, ...events: Partial<NewEvent>[]) =>
	database.db.transaction().execute((trx) =>
		appendEvents(
			...([trx, authorOf(user)] as const),
			events.map((event) => ({
				...{ subject: libraryOf(libraryId), milestoneCode: 'training', kind: 'planned' },
				...{ effectiveOn: TODAY, targetOn: '2021-08-01' },
				...event
			}))
		)
	);

const WHOLE: Omit<GridParams, 'lane'> = {
	...{ show: 'all', poi: null, province: null, library: null, long: false, page: 1 }
};
const page = (lane: GridLane, narrowed: Partial<GridParams> = {}) =>
	readGrid(database.db, { ...WHOLE, lane, ...narrowed }, instituteId, TODAY);

/** The cells of the table by their milestone: those of the library, and of its one location. */
async function cells(lane: GridLane) {
	const { rows } = await page(lane);
	const all = rows.flatMap((row) => row.cells.filter((cell) => cell !== null));
	return new Map(all.map((cell) => [cell.key.split('-')[1]!, cell]));
}

const NOTHING: Shared = {
	...{ reason: null, note: null, noteVisibility: 'internal', pastMeant: false, openingForm: null }
};
const ICT: Shared = {
	...NOTHING,
	reason: 'ict',
	note: 'De vloer.',
	noteVisibility: 'stakeholders'
};

type Sheet = Awaited<ReturnType<typeof cells>>;

/** The form as the page sends it: what somebody filled in on the sheet that she had before her. */
function fill(sheet: Sheet, texts: Record<string, string>, more: Record<string, string> = {}) {
	const form = new FormData();
	form.set('stand', writeBases([...sheet.values()].map((cell) => [cell.key, cell])));
	for (const [code, text] of Object.entries(texts)) form.set(`dag.${sheet.get(code)!.key}`, text);
	for (const [name, value] of Object.entries(more)) form.set(name, value);
	return form;
}

async function send(lane: GridLane, form: FormData, user = adviser, shared = NOTHING) {
	const { cells: sent } = readCells(form);
	const subjects = await listSubjects(database.db, sent, TODAY);
	const { acts, faults, settled } = await cellActs(
		...([database.db, lane, sent, subjects, shared, TODAY] as const)
	);
	const { batchId, outcomes } = await recordBatch(
		...([database.db, user, { kind: 'form', label: 'grid' }, acts, subjects, TODAY] as const)
	);
	return { batchId, faults, settled, outcomes };
}
const kinds = ({ outcomes }: { outcomes: { key: string; outcome: string }[] }) =>
	Object.fromEntries(outcomes.map(({ key, outcome }) => [key.split('-')[1], outcome]));

describe('the table', () => {
	it('has a row for the library and for its location, and a cell where the milestone is theirs', async () => {
		await append(
			adviser,
			{ effectiveOn: '2021-01-01', targetOn: '2021-03-01' },
			{ effectiveOn: '2021-02-01', targetOn: '2021-03-15' },
			{ kind: 'achieved', effectiveOn: '2021-03-29', targetOn: null },
			{ milestoneCode: 'netwerk', targetOn: '2021-04-01', effectiveOn: '2021-01-01' }
		);
		const { rows, columns, total } = await page('plan');
		expect([columns.length, total, rows.map(({ level }) => level)]).toEqual([
			...[16, 2],
			['library', 'information_point']
		]);
		expect(rows.map((row) => row.cells.filter((cell) => cell !== null).length)).toEqual([10, 6]);
		const plan = await cells('plan');
		expect(plan.get('training')).toMatchObject({
			...{ text: '15 mrt 2021', closed: 'done', look: 'done' },
			notes: ['✓ 29 mrt 2021', '+28 d']
		});
		expect(plan.get('netwerk')).toMatchObject({ look: 'late', notes: ['over tijd'], closed: null });
		expect((await cells('done')).get('training')).toMatchObject({
			...{ text: '29 mrt 2021', closed: null, notes: ['P 15 mrt 2021', '+28 d'] }
		});
	});

	it('is of one POI only, and shows 25 rows', async () => {
		const elsewhere = await insertSupportInstitute(database.ownerDb);
		await insertLibrary(database.ownerDb, { supportInstituteId: elsewhere });
		expect((await page('plan')).rows.map(({ id }) => id)).toEqual([libraryId, pointId]);
		for (let made = 0; made < 25; made++)
			await insertLibrary(database.ownerDb, { supportInstituteId: instituteId });
		expect(await page('plan')).toMatchObject({ total: 27, pageCount: 2 });
		expect((await page('plan')).rows).toHaveLength(25);
	});

	it('can be narrowed to one library, or to a province', async () => {
		const { slug } = await insertLibrary(database.ownerDb, { supportInstituteId: instituteId });
		const { provinceSlug } = await database.ownerDb
			.selectFrom('library')
			.innerJoin('province', 'province.code', 'library.provinceCode')
			.where('library.slug', '=', slug)
			.select('province.slug as provinceSlug')
			.executeTakeFirstOrThrow();
		const namesOf = async (narrowed: Partial<GridParams>) =>
			(await page('plan', narrowed)).rows.map(({ href }) => href);
		expect(await namesOf({ library: slug })).toEqual([`/bibliotheken/${slug}/bijwerken`]);
		expect(await namesOf({ province: provinceSlug })).toHaveLength(3);
		expect(await namesOf({ province: 'elders' })).toEqual([]);
	});
});

describe('what is filled in', () => {
	it('is recorded as one batch; the reason is of what moves, not of a first plan', async () => {
		await append(adviser, {});
		const form = fill(await cells('plan'), {
			...{ training: '1-9-2021', netwerk: '1-7-2021', gids: '2-7-2021', borging: '' }
		});
		const refused = await send('plan', form);
		expect(kinds(refused)).toEqual({ training: 'invalid', netwerk: 'recorded', gids: 'recorded' });
		const again = await send('plan', form, adviser, ICT);
		expect(kinds(again)).toEqual({ training: 'recorded', netwerk: 'recorded', gids: 'recorded' });
		const events = await listSubjectEvents(database.db, libraryOf(libraryId));
		expect(
			events.map(({ milestoneCode, targetOn, reasonCode, note }) => [
				...[milestoneCode, targetOn, reasonCode, note]
			])
		).toEqual([
			['training', '2021-08-01', null, null],
			['netwerk', '2021-07-01', null, null],
			['training', '2021-09-01', 'ict', 'De vloer.']
		]);
	});

	it('by a dash takes away a plan, an expectation and what was done', async () => {
		await append(
			adviser,
			{},
			{ milestoneCode: 'netwerk', kind: 'forecast' },
			{ milestoneCode: 'elearning', kind: 'achieved', targetOn: null }
		);
		const taken = async (lane: GridLane, code: string) =>
			kinds(await send(lane, fill(await cells(lane), { [code]: '-' }), adviser, ICT));
		expect(await taken('plan', 'training')).toEqual({ training: 'recorded' });
		expect(await taken('forecast', 'netwerk')).toEqual({ netwerk: 'recorded' });
		expect(await taken('done', 'elearning')).toEqual({ elearning: 'recorded' });
		for (const lane of ['plan', 'forecast', 'done'] as const)
			expect([...(await cells(lane)).values()].every(({ text }) => text === '')).toBe(true);
	});

	it('puts a day right that was wrong, and keeps what else was said of it', async () => {
		await append(adviser, {
			...{ subject: pointOf(pointId), milestoneCode: 'opening' },
			...{ kind: 'achieved', openingForm: 'kleinschalig', note: 'Met taart.', targetOn: null }
		});
		const form = fill(await cells('done'), { opening: '9-5-2021' });
		expect(kinds(await send('done', form))).toEqual({ opening: 'recorded' });
		expect(kinds(await send('done', form))).toEqual({ opening: 'recorded' });
		const events = await listSubjectEvents(database.db, pointOf(pointId));
		expect(events).toHaveLength(2);
		expect(events[1]).toMatchObject({
			...{ effectiveOn: '2021-05-09', openingForm: 'kleinschalig', note: 'Met taart.' }
		});
	});

	it('stands again as it was when the batch that put it right, or took it back, is undone', async () => {
		await append(adviser, {
			...{ subject: pointOf(pointId), milestoneCode: 'opening', effectiveOn: '2021-05-04' },
			...{ kind: 'achieved', openingForm: 'kleinschalig', note: 'Met taart.', targetOn: null }
		});
		for (const text of ['9-5-2021', '-']) {
			const { batchId } = await send('done', fill(await cells('done'), { opening: text }));
			expect(await listBatch(database.db, adviser, batchId!)).toHaveLength(1);
			const undone = await undoBatch(
				...([database.db, adviser, { batchId: batchId!, eventId: null }, TODAY] as const)
			);
			expect(undone).toEqual({ outcome: 'undone', undone: 1, kept: 0 });
			expect((await cells('done')).get('opening')!.text).toBe('4 mei 2021');
		}
		const events = await listSubjectEvents(database.db, pointOf(pointId));
		expect(events.at(-1)).toMatchObject({ openingForm: 'kleinschalig', note: 'Met taart.' });
	});

	it('of a colleague is not taken back by who did not record it', async () => {
		await append(colleague, { kind: 'achieved', targetOn: null });
		expect(kinds(await send('done', fill(await cells('done'), { training: '-' })))).toEqual({
			training: 'invalid'
		});
	});
});

describe('what a colleague recorded in between', () => {
	const choose = (sheet: Sheet, text: string, id: number, choice?: string) => {
		const { key } = sheet.get('training')!;
		return fill(
			sheet,
			{ training: text },
			{
				[`ander.${key}`]: String(id),
				...(choice ? { [`keuze.${key}`]: choice } : {})
			}
		);
	};

	it('stays until a choice is made, and a choice is of what it was made about', async () => {
		const sheet = await cells('plan');
		const [theirs] = await append(colleague, {});
		const first = await send('plan', fill(sheet, { training: '1-9-2021' }), adviser, ICT);
		expect(kinds(first)).toEqual({ training: 'conflict' });
		// The page comes back with what holds now; without a choice that overwrites nothing either.
		const fresh = await cells('plan');
		const unchosen = choose(fresh, '1-9-2021', theirs!);
		expect(kinds(await send('plan', unchosen, adviser, ICT))).toEqual({ training: 'conflict' });
		const left = await send('plan', choose(fresh, '1-9-2021', theirs!, 'theirs'), adviser, ICT);
		expect([left.outcomes, left.settled.length]).toEqual([[], 1]);
		// Yet another entry: the choice was not about that one.
		const [third] = await append(colleague, { targetOn: '2021-08-08' });
		const old = choose(fresh, '1-9-2021', theirs!, 'mine');
		expect(kinds(await send('plan', old, adviser, ICT))).toEqual({ training: 'conflict' });
		const mine = choose(fresh, '1-9-2021', third!, 'mine');
		expect(kinds(await send('plan', mine, adviser, ICT))).toEqual({ training: 'recorded' });
		expect((await cells('plan')).get('training')!.text).toBe('1 sep 2021');
	});

	it('is put right when both said that it is done', async () => {
		const sheet = await cells('done');
		const [theirs] = await append(colleague, { kind: 'achieved', targetOn: null });
		const mine = choose(sheet, '9-5-2021', theirs!, 'mine');
		expect(kinds(await send('done', mine))).toEqual({ training: 'recorded' });
		expect((await cells('done')).get('training')!.text).toBe('9 mei 2021');
	});
});

describe('two advisers in one table', () => {
	const CODES = ['training', 'netwerk', 'gids', 'borging'];
	const step = fc.record({
		who: fc.constantFrom(0, 1),
		what: fc.constantFrom('look', 'save', 'save again'),
		code: fc.constantFrom(...CODES),
		day: fc.integer({ min: 1, max: 28 })
	});

	it('lose nothing: the ledger holds every acknowledged cell exactly once', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
				await setUp();
				const users = [adviser, colleague];
				const sheets = [await cells('forecast'), await cells('forecast')];
				const last: (FormData | null)[] = [null, null];
				const acknowledged: string[] = [];
				const sent = new Set<FormData>();
				for (const { who, what, code, day } of steps) {
					if (what === 'look') sheets[who] = await cells('forecast');
					const form =
						what === 'save' ? fill(sheets[who]!, { [code]: `${day}-10-2021` }) : last[who]!;
					if (what === 'look' || !form) continue;
					last[who] = form;
					const { outcomes } = await send('forecast', form, users[who]);
					for (const one of outcomes) {
						if (one.outcome !== 'recorded' || sent.has(form)) continue;
						if ('eventId' in one) continue;
						acknowledged.push(`${users[who]!.id} ${one.key} ${String(form.get(`dag.${one.key}`))}`);
						sent.add(form);
					}
				}
				const subjects = [libraryOf(libraryId), pointOf(pointId)];
				const held: string[] = [];
				for (const subject of subjects) {
					const letter = subject.level === 'library' ? `b${subject.id}` : `p${subject.id}`;
					for (const event of await listSubjectEvents(database.db, subject)) {
						const [year, month, on] = event.targetOn!.split('-');
						held.push(
							`${event.recordedBy} ${letter}-${event.milestoneCode} ${Number(on)}-${month}-${year}`
						);
					}
				}
				expect(held.toSorted()).toEqual(acknowledged.toSorted());
			}),
			{ numRuns: 25 }
		);
	});

	it('at the same moment: one is recorded, the other is told of it', async () => {
		const sheet = await cells('forecast');
		const outcomes = await Promise.all([
			send('forecast', fill(sheet, { training: '1-10-2021', netwerk: '5-10-2021' })),
			send('forecast', fill(sheet, { training: '2-10-2021', gids: '6-10-2021' }), colleague)
		]);
		const all = outcomes.flatMap((one) => one.outcomes.map(({ outcome }) => outcome));
		expect(all.toSorted()).toEqual(['conflict', 'recorded', 'recorded', 'recorded']);
	});
});
