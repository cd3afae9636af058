import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#lib/base/day/day.ts';
import { appendEvents, type NewEvent } from '#lib/server/ledger/event/append.ts';
import { readWorkList } from '#lib/server/work/update/work-list.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { taskText } from '#lib/work/update/work-list-text.ts';
import type { WorkView } from '#lib/work/update/work-list.ts';
import {
	insertBasics,
	insertInformationPoint,
	insertLibrary,
	insertMunicipality,
	insertSupportInstitute,
	insertPopulation,
	insertWorkArea,
	setToday
} from '#tests/factories/reference.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { libraryOf, pointOf } from '#lib/ledger/subject/subject.ts';

const TODAY = '2021-05-10';

let database: TestDatabase;
let supportInstituteId: number;
let library: { id: number; slug: string };
let pointId: number;

beforeAll(async () => {
	database = await createTestDatabase();
	await insertBasics(database.ownerDb);
	await database.ownerDb
		.insertInto('reason')
		.values({
			...{ code: 'bezetting', labelNl: 'Te weinig mensen', labelEn: 'Too few people' },
			...{ external: false, position: 1 }
		})
		.execute();
});
afterAll(() => database.drop());

beforeEach(async () => {
	overwriteGetLocale(() => 'nl');
	const { ownerDb } = database;
	supportInstituteId = await insertSupportInstitute(ownerDb);
	library = await insertLibrary(ownerDb, { supportInstituteId });
	pointId = await insertInformationPoint(ownerDb, library.id, await insertMunicipality(ownerDb));
});

type Entry = Pick<NewEvent, 'kind'> & Partial<NewEvent>;

/** Records an entry today, about the training of the library unless it says otherwise. */
async function record(entry: Entry): Promise<void> {
	await setToday(database.ownerDb, TODAY);
	const about = { subject: libraryOf(library.id), milestoneCode: 'training' };
	const author = { id: 'test', organisation: 'Proef-POI' };
	await database.db
		.transaction()
		.execute((trx) => appendEvents(trx, author, [{ ...about, effectiveOn: TODAY, ...entry }]));
}

function list(view: WorkView = 'attention', page = 1) {
	return readWorkList(database.db, { supportInstituteId, view, page }, TODAY);
}

/** What is the matter with the one library. */
async function tasks() {
	const { libraries } = await list('all');
	return libraries[0]!.tasks.map(({ kind, milestoneCode }) => `${kind} ${milestoneCode}`);
}

const atPoint = (milestoneCode: string) => ({
	...{ subject: pointOf(pointId), milestoneCode }
});

describe('the list of work', () => {
	it.each([
		['2021-05-09', ['overdue training']],
		['2021-05-10', ['due training']],
		['2021-05-24', ['due training']],
		['2021-05-25', []]
	])('a plan for %s is, today being 10 May: %j', async (targetOn, expected) => {
		await record({ kind: 'planned', targetOn });
		expect(await tasks()).toEqual(expected);
	});

	it.each(['achieved', 'on_hold', 'not_applicable'] as const)(
		'a plan that passed is no worry when it is %s',
		async (kind) => {
			await record({ kind: 'planned', targetOn: '2021-05-01' });
			await record({ kind });
			expect(await tasks()).toEqual([]);
		}
	);

	it('a plan that passed is a worry again once it is resumed', async () => {
		await record({ kind: 'planned', targetOn: '2021-05-01' });
		await record({ kind: 'on_hold' });
		await record({ kind: 'resumed' });
		expect(await tasks()).toEqual(['overdue training']);
	});

	it.each([
		['2021-05-09', ['overdue training']],
		['2021-05-10', ['expected training']],
		['2021-05-24', ['expected training']],
		['2021-06-10', []]
	])('a plan that passed and is expected on %s is %j', async (targetOn, expected) => {
		await record({ kind: 'planned', targetOn: '2021-05-01' });
		await record({ kind: 'forecast', targetOn });
		expect(await tasks()).toEqual(expected);
		const counts = { overdue: 0, due: 0, contradictory: 0 };
		const kind = expected[0]?.startsWith('overdue') ? 'overdue' : 'due';
		if (expected.length > 0) counts[kind] = 1;
		expect((await list('all')).libraries[0]).toMatchObject(counts);
	});

	it('is asked about again a week after it was said to be still right, also at its locations', async () => {
		const confirmed = { kind: 'confirmed', milestoneCode: 'record' } as const;
		await record({ kind: 'planned', targetOn: '2021-05-01' });
		await record({ kind: 'planned', targetOn: '2021-05-02', ...atPoint('opening') });
		await record({ kind: 'planned', targetOn: '2021-05-12', ...atPoint('variant') });
		await record(confirmed);
		const on = async (today: string) => {
			const filter = { supportInstituteId, view: 'all', page: 1 } as const;
			return (await readWorkList(database.db, filter, today)).libraries[0];
		};
		expect(await on(TODAY)).toMatchObject({ overdue: 0, due: 1, lookedAtOn: TODAY });
		// What passed only after it was looked at is asked about.
		expect(await on('2021-05-13')).toMatchObject({ overdue: 1, lookedAtOn: TODAY });
		expect(await on('2021-05-16')).toMatchObject({ overdue: 1, lookedAtOn: TODAY });
		expect(await on('2021-05-17')).toMatchObject({ overdue: 3, lookedAtOn: null });
	});

	it('is asked about when only another location was said to be still right', async () => {
		const another = await insertInformationPoint(
			database.ownerDb,
			library.id,
			await insertMunicipality(database.ownerDb)
		);
		await record({ kind: 'planned', targetOn: '2021-05-02', ...atPoint('opening') });
		const aboutAnother = { subject: pointOf(another), milestoneCode: 'record' };
		await record({ kind: 'confirmed', ...aboutAnother });
		expect(await tasks()).toEqual(['overdue opening']);
		await record({ kind: 'confirmed', ...atPoint('record') });
		expect(await tasks()).toEqual([]);
	});

	it('begins with the most inhabitants × days over time', async () => {
		const { ownerDb } = database;
		const other = await insertLibrary(ownerDb, { supportInstituteId });
		const inhabitants = async (id: number, count: number) => {
			const code = await insertMunicipality(ownerDb);
			await insertWorkArea(ownerDb, id, [code]);
			await insertPopulation(ownerDb, code, count);
		};
		await inhabitants(library.id, 10_000);
		await inhabitants(other.id, 30_000);
		const weights = async () =>
			(await list('all')).libraries.map((row) => [row.id, row.inhabitants, row.daysOverdue]);
		// Without anything overdue the largest comes first.
		expect(await weights()).toEqual([
			[other.id, 30_000, 0],
			[library.id, 10_000, 0]
		]);
		await record({ kind: 'planned', targetOn: '2021-05-01' });
		await record({ kind: 'planned', targetOn: '2021-04-10', ...atPoint('opening') });
		await record({ kind: 'planned', targetOn: '2021-04-29', subject: libraryOf(other.id) });
		expect(await weights()).toEqual([
			[other.id, 30_000, 11],
			[library.id, 10_000, 30]
		]);
		await record({ kind: 'planned', targetOn: '2021-05-05', subject: libraryOf(other.id) });
		expect(await weights()).toEqual([
			[library.id, 10_000, 30],
			[other.id, 30_000, 5]
		]);
	});

	it('names a plan that was withdrawn, with its reason, until there is a new one', async () => {
		await record({ kind: 'planned', targetOn: '2021-04-01', ...atPoint('opening') });
		await record({ kind: 'plan_withdrawn', reasonCode: 'bezetting', ...atPoint('opening') });
		expect(await tasks()).toEqual(['withdrawn opening']);
		const [library] = (await list('withdrawn')).libraries;
		expect(library).toMatchObject({ withdrawn: 1, overdue: 0, contradictory: 0 });
		expect(library!.tasks[0]).toMatchObject({ onDay: TODAY, point: { id: pointId } });
		expect(taskText(library!.tasks[0]!, 'nl')).toMatch(
			/: planning ingetrokken op 10 mei 2021, nog geen nieuwe\. Reden: Te weinig mensen\.$/
		);
		await record({ kind: 'on_hold', ...atPoint('opening') });
		expect(await tasks()).toEqual([]);
		await record({ kind: 'resumed', ...atPoint('opening') });
		await record({ kind: 'planned', targetOn: '2021-09-01', ...atPoint('opening') });
		expect(await tasks()).not.toContain('withdrawn opening');
	});

	it('says of a plan that passed over 180 days ago that it is long past, and counts it as overdue', async () => {
		await record({ kind: 'planned', targetOn: addDays(TODAY, -180) });
		expect(await tasks()).toEqual(['overdue training']);
		await record({ kind: 'planned', targetOn: addDays(TODAY, -181), reasonCode: 'bezetting' });
		expect(await tasks()).toEqual(['long_past training']);
		expect((await list('overdue')).libraries[0]).toMatchObject({ overdue: 1, daysOverdue: 181 });
	});

	it('names what contradicts itself', async () => {
		await record({ kind: 'achieved', ...atPoint('opening') });
		await record({ kind: 'planned', targetOn: '2021-08-01', ...atPoint('opening') });
		await record({ kind: 'planned', targetOn: '2021-06-10' });
		await record({ kind: 'planned', targetOn: '2021-07-10' });
		expect((await tasks()).toSorted()).toEqual([
			...['no_reason training', 'plan_after_achieved opening']
		]);
		expect((await list()).libraries[0]).toMatchObject({ contradictory: 2, overdue: 0, due: 0 });
	});

	it('is content with what was ready before its planned day', async () => {
		await record({ kind: 'planned', targetOn: '2021-08-01' });
		await record({ kind: 'achieved' });
		expect(await tasks()).toEqual([]);
		expect((await list('all')).libraries[0]).toMatchObject({ contradictory: 0 });
	});

	it('names a location that closed without ever having opened, and drops one closed for good', async () => {
		await record({ kind: 'temporarily_closed', ...atPoint('operation') });
		expect(await tasks()).toEqual(['closed_unopened operation']);
		await record({ kind: 'planned', targetOn: '2021-05-01', ...atPoint('opening') });
		await record({ kind: 'permanently_closed', ...atPoint('operation') });
		expect(await tasks()).toEqual([]);
	});

	it('asks about a closure that was to have ended, and not about one that nobody knows the end of', async () => {
		await record({ kind: 'achieved', effectiveOn: '2021-01-04', ...atPoint('opening') });
		const closed = { kind: 'temporarily_closed', ...atPoint('operation') } as const;
		await record({ ...closed, effectiveOn: '2021-04-01' });
		expect(await tasks()).toEqual([]);
		await record({ ...closed, effectiveOn: '2021-04-02', targetOn: '2021-05-10' });
		expect(await tasks()).toEqual([]);
		await record({ ...closed, effectiveOn: '2021-04-03', targetOn: '2021-05-09' });
		expect(await tasks()).toEqual(['closed_too_long operation']);
		expect((await list()).libraries[0]).toMatchObject({ overdue: 1, contradictory: 0 });
	});

	it('calls a library silent after eight weeks without an entry, also about its locations', async () => {
		const on = async (today: string) => {
			const filter = { supportInstituteId, view: 'all', page: 1 } as const;
			return (await readWorkList(database.db, filter, today)).libraries[0];
		};
		expect(await on(TODAY)).toMatchObject({ silent: true, lastRecordedOn: null });
		await record({ kind: 'achieved', ...atPoint('variant') });
		expect(await on(addDays(TODAY, 56))).toMatchObject({ silent: false, lastRecordedOn: TODAY });
		expect(await on(addDays(TODAY, 57))).toMatchObject({ silent: true, lastRecordedOn: TODAY });
	});

	it('shows only the libraries of the POI, twenty on a page, the most overdue first', async () => {
		for (let made = 1; made < 25; made++)
			await insertLibrary(database.ownerDb, { supportInstituteId });
		await record({ kind: 'planned', targetOn: '2021-05-01' });
		const first = await list('attention');
		expect(first.counts).toEqual({
			...{
				attention: 25,
				asked: 0,
				overdue: 1,
				due: 0,
				withdrawn: 0,
				silent: 24,
				contradictory: 0,
				all: 25
			}
		});
		expect(first.taskCounts).toEqual({
			...{
				attention: 1,
				asked: 0,
				overdue: 1,
				due: 0,
				withdrawn: 0,
				silent: 0,
				contradictory: 0,
				all: 1
			}
		});
		expect(first.libraries).toHaveLength(20);
		expect(first.libraries[0]).toMatchObject({ id: library.id, overdue: 1 });
		expect((await list('attention', 2)).libraries).toHaveLength(5);
		expect((await list('attention', 3)).libraries).toEqual([]);
		const { counts } = await readWorkList(
			database.db,
			{ supportInstituteId: null, view: 'all', page: 1 },
			TODAY
		);
		expect(counts.all).toBeGreaterThan(25);
	});

	it('counts a withdrawn plan among what asks attention', async () => {
		await record({ kind: 'planned', targetOn: '2021-08-01' });
		await record({ kind: 'plan_withdrawn', reasonCode: 'bezetting' });
		const { counts, taskCounts } = await list('withdrawn');
		expect(counts).toMatchObject({ attention: 1, withdrawn: 1 });
		expect(taskCounts).toEqual({
			...{
				attention: 1,
				asked: 0,
				overdue: 0,
				due: 0,
				withdrawn: 1,
				silent: 0,
				contradictory: 0,
				all: 1
			}
		});
	});

	it('keeps the counts of the other views when this one is empty', async () => {
		await record({ kind: 'planned', targetOn: '2021-05-01' });
		expect(await list('contradictory')).toMatchObject({
			...{ libraries: [], counts: { overdue: 1, contradictory: 0 } }
		});
	});
});
