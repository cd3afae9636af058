import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mayKeepTimeline } from '#lib/access/account/permission.ts';
import type { ApplicationSaid, RoundSaid } from '#lib/programme/selection-round/selection-round.ts';
import {
	findLibraryNamed,
	listPublicRounds
} from '#lib/server/programme/selection-round/queries.ts';
import {
	addRound,
	changeRound,
	listApplications,
	listRoundEntries,
	recordApplication,
	type RoundChange
} from '#lib/server/programme/selection-round/service.ts';
import {
	insertBasics,
	insertLibrary,
	insertSupportInstitute,
	setToday
} from '#tests/factories/reference.ts';
import { insertUser } from '#tests/factories/user.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2021-05-10';
const author = { id: 'somebody', organisation: 'KB' };
const SAID: RoundSaid = {
	...{ nameNl: 'Tweede ronde', nameEn: 'Second round', opensOn: '2021-02-01' },
	...{ closesOn: '2021-03-01', seats: 1, criteria: 'Spreiding\nPartners', source: 'een brief' }
};

let database: TestDatabase;
let libraries: number[];
let code: string;
let count = 0;

beforeAll(async () => {
	database = await createTestDatabase();
	await insertBasics(database.ownerDb);
	await setToday(database.ownerDb, TODAY);
	const supportInstituteId = await insertSupportInstitute(database.ownerDb);
	libraries = [];
	for (let index = 0; index < 3; index++) {
		libraries.push((await insertLibrary(database.ownerDb, { supportInstituteId })).id);
	}
});
afterAll(() => database.drop());
beforeEach(async () => {
	await setToday(database.ownerDb, TODAY);
	code = await add({ ...SAID, nameNl: `Ronde ${++count}` });
});

async function add(said: RoundSaid): Promise<string> {
	const added = await addRound(database.db, author, said);
	if (!('code' in added)) throw new Error(added.outcome);
	return added.code;
}
async function apply(at: number, said: Partial<ApplicationSaid> = {}, basedOn?: number | null) {
	const libraryId = libraries[at]!;
	const now = (await listApplications(database.db, code)).find(
		(one) => one.libraryId === libraryId
	);
	const application: ApplicationSaid = {
		...{ libraryId, receivedOn: '2021-02-10', decision: 'applied', scores: [7, null] },
		...said
	};
	return (
		await recordApplication(
			database.db,
			author,
			code,
			application,
			basedOn === undefined ? (now?.id ?? null) : basedOn
		)
	).outcome;
}
async function change(more: Partial<RoundChange>) {
	const [last] = await listRoundEntries(database.db, code);
	return changeRound(database.db, author, code, {
		...{ said: null, state: 'open', decidedOn: null, changeReason: 'Daarom', basedOn: last!.id },
		...more
	});
}
const close = () => change({ state: 'closed', decidedOn: '2021-04-01' });
const known = async (day = TODAY, knownOn: string | null = null) =>
	(await listPublicRounds(database.db, day, knownOn)).find((one) => one.code === code);

describe('a round', () => {
	it('is added once, however often the same form comes, and has an author and a day', async () => {
		const said = { ...SAID, nameNl: 'Dubbel gestuurd' };
		const codes = await Promise.all([add(said), add(said), add(said)]);
		expect(new Set(codes)).toEqual(new Set(['2021-02-01-dubbel-gestuurd']));
		expect(await listRoundEntries(database.db, codes[0]!)).toMatchObject([
			{ author: 'KB', recordedOn: TODAY, state: 'open', decidedOn: null }
		]);
	});

	it('is only closed when of everybody is decided, and for no more than there are places', async () => {
		expect(await close()).toEqual({ outcome: 'refused', problem: 'nobody' });
		await apply(0);
		expect(await close()).toEqual({ outcome: 'refused', problem: 'undecided' });
		await apply(0, { decision: 'selected' });
		await apply(1, { decision: 'selected' });
		expect(await close()).toEqual({ outcome: 'refused', problem: 'too_many' });
		await apply(1, { decision: 'not_selected' });
		expect((await close()).outcome).toBe('recorded');
	});

	it('that is closed takes no applications, also not past the app, until it is opened again', async () => {
		await apply(0, { decision: 'selected' });
		await close();
		expect(await apply(1)).toBe('not_open');
		const row = {
			...{ roundCode: code, libraryId: libraries[1]!, receivedOn: TODAY, decision: 'applied' },
			...{ scores: [], recordedAt: new Date(), recordedBy: 'x', recordedFor: 'x' }
		};
		await expect(
			database.ownerDb.insertInto('selectionApplicationEntry').values(row).execute()
		).rejects.toThrow(/is not open/);
		await change({ state: 'open' });
		expect(await apply(1)).toBe('recorded');
	});

	it('tells the public who was chosen from the day of the decision, and only counts the others', async () => {
		await apply(0, { decision: 'selected' });
		await apply(1, { decision: 'not_selected', scores: [3, 4] });
		expect(await known()).toMatchObject({ applied: 2, selected: [], decidedOn: null });
		await setToday(database.ownerDb, '2021-05-12');
		await close();
		expect(await known('2021-03-31')).toMatchObject({ selected: [], decidedOn: null });
		const told = await known('2021-05-12');
		expect(told).toMatchObject({ applied: 2, decidedOn: '2021-04-01' });
		expect(told!.selected).toHaveLength(1);
		expect(JSON.stringify(told)).not.toContain('scores');
		// As it was known before, and before it began.
		expect(await known('2021-05-12', '2021-05-11')).toMatchObject({ selected: [] });
		expect(await known('2021-01-31')).toBeUndefined();
		expect(await known('2021-05-12', '2021-05-01')).toBeUndefined();
		await change({ state: 'withdrawn' });
		expect(await known('2021-05-12')).toBeUndefined();
		await change({ state: 'open' });
		expect(await known('2021-05-12')).toMatchObject({ applied: 2 });
	});

	it('of two who change it at once the second is told', async () => {
		const [last] = await listRoundEntries(database.db, code);
		const renamed = (nameNl: string) => change({ said: { ...SAID, nameNl }, basedOn: last!.id });
		const outcomes = await Promise.all([renamed('De een'), renamed('De ander')]);
		expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'recorded']);
	});
});

describe('an application', () => {
	it('is told anew, the same changes nothing, and a mistake is gone but kept', async () => {
		expect(await apply(0)).toBe('recorded');
		expect(await apply(0)).toBe('unchanged');
		expect(await apply(0, { scores: [8, 6] }, null)).toBe('conflict');
		expect(await apply(0, { scores: [8, 6] })).toBe('recorded');
		expect(await listApplications(database.db, code)).toMatchObject([
			{ scores: [8, 6], decision: 'applied', author: 'KB', recordedOn: TODAY }
		]);
		expect(await apply(0, { decision: 'mistake' })).toBe('recorded');
		expect(await listApplications(database.db, code)).toEqual([]);
		const rows = await database.db
			.selectFrom('selectionApplicationEntry')
			.select('id')
			.where('roundCode', '=', code)
			.execute();
		expect(rows).toHaveLength(3);
	});

	it.each([[[0, 1]], [[11, 1]]])('with scores %j is refused by the database', async (scores) => {
		await expect(apply(0, { scores })).rejects.toThrow(/selection_application_scores_range/);
	});

	it('can never be rewritten, not even by the owner', async () => {
		await apply(0);
		for (const db of [database.db, database.ownerDb]) {
			await expect(
				db.updateTable('selectionApplicationEntry').set({ decision: 'selected' }).execute()
			).rejects.toThrow(/told anew/);
			await expect(db.deleteFrom('selectionRoundEntry').execute()).rejects.toThrow(/told anew/);
		}
	});
});

it('a library is found by its name in any writing', async () => {
	const { name } = await database.db
		.selectFrom('library')
		.select('name')
		.where('id', '=', libraries[0]!)
		.executeTakeFirstOrThrow();
	expect(await findLibraryNamed(database.db, ` ${name.toUpperCase()} `, TODAY)).toBe(libraries[0]);
	expect(await findLibraryNamed(database.db, 'bestaat niet', TODAY)).toBeNull();
	expect(await findLibraryNamed(database.db, ' ', TODAY)).toBeNull();
});

it('rounds are kept by the programme manager alone', async () => {
	const { ownerDb } = database;
	const may = await Promise.all([
		insertUser(ownerDb, 'programme_manager', null, 'KB'),
		insertUser(ownerDb, 'advisor', await insertSupportInstitute(ownerDb)),
		insertUser(ownerDb, 'stakeholder', null, 'BZK'),
		insertUser(ownerDb, 'admin', null, 'KB')
	]);
	expect([...may, undefined].map(mayKeepTimeline)).toEqual([true, false, false, false, false]);
});
