import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EquippedLibrary } from '#lib/figures/equipment/types.ts';
import type { ToolkitSaid } from '#lib/programme/toolkit/toolkit.ts';
import { TOOLKIT_ITEMS } from '#seeds/reference/toolkit-items.ts';
import { addToolkit } from '#seeds/seed.ts';
import { equipmentPage } from '#lib/server/figures/equipment/page.ts';
import { appendEvents } from '#lib/server/ledger/event/append.ts';
import { takeRecordStamp } from '#lib/server/platform/db/record-stamp.ts';
import {
	countToolkits,
	listToolkitEntries,
	listToolkitItems,
	toolkitNow
} from '#lib/server/programme/toolkit/queries.ts';
import { recordToolkit, undoToolkitEntry } from '#lib/server/programme/toolkit/service.ts';
import {
	insertBasics,
	insertInformationPoint,
	insertLibrary,
	insertMunicipality,
	insertSupportInstitute,
	setToday
} from '#tests/factories/reference.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2021-05-10';
const author = { id: 'nobody', organisation: 'Proef-POI' };

let database: TestDatabase;
let supportInstituteId: number;

beforeAll(async () => {
	database = await createTestDatabase();
	await insertBasics(database.ownerDb);
	supportInstituteId = await insertSupportInstitute(database.ownerDb);
	await database.ownerDb.insertInto('toolkitItem').values(TOOLKIT_ITEMS).execute();
	await setToday(database.ownerDb, TODAY);
});
afterAll(() => database.drop());

const newLibrary = () => insertLibrary(database.ownerDb, { supportInstituteId });

/** What a form says of the items, of which the others were left as they stand. */
const record = async (libraryId: number, said: ToolkitSaid, basedOn?: number) => {
	const now = await standing(libraryId);
	return recordToolkit(database.db, author, {
		libraryId,
		said: { ...now.said, ...said },
		basedOn: basedOn ?? now.basedOn
	});
};

async function standing(libraryId: number) {
	const { db } = database;
	return toolkitNow(await listToolkitEntries(db, libraryId), await listToolkitItems(db));
}

async function equipped(slug: string, query = ''): Promise<EquippedLibrary | undefined> {
	const { equipment } = await equipmentPage.read(database.db, new URLSearchParams(query));
	return equipment.libraries.find((library) => library.slug === slug);
}

describe('the toolkit of a library', () => {
	it('is recorded once, told of anew by a row, and never overwritten unseen', async () => {
		const { id } = await newLibrary();
		const posters = { posters: { state: 'besteld', onDay: '2021-04-01' } } as const;
		expect(await record(id, posters)).toEqual({ outcome: 'recorded', items: 1 });
		expect(await record(id, posters, 0)).toEqual({ outcome: 'unchanged' });
		const video = { video: { state: 'aanwezig', onDay: '2021-05-01' } } as const;
		expect(await record(id, video, 0)).toMatchObject({
			outcome: 'conflict',
			now: { said: { posters: posters.posters, video: null } }
		});
		expect(await record(id, video)).toEqual({ outcome: 'recorded', items: 1 });
		expect(await record(id, { posters: null })).toEqual({ outcome: 'emptied', codes: ['posters'] });
		expect(await listToolkitEntries(database.db, id)).toMatchObject([
			{ itemCode: 'posters', state: 'besteld', author: 'Proef-POI' },
			{ itemCode: 'video', state: 'aanwezig' }
		]);
	});

	it('is undone by a row, once, and only through its own library', async () => {
		const { id } = await newLibrary();
		await record(id, { posters: { state: 'besteld', onDay: '2021-04-01' } });
		await record(id, { posters: { state: 'aanwezig', onDay: '2021-05-01' } });
		const [, last] = await listToolkitEntries(database.db, id);
		const other = await newLibrary();
		expect(await undoToolkitEntry(database.db, author, other.id, last!.id)).toBe('unknown');
		expect(await undoToolkitEntry(database.db, author, id, last!.id)).toBe('recorded');
		expect(await undoToolkitEntry(database.db, author, id, last!.id)).toBe('unchanged');
		expect((await standing(id)).said.posters).toEqual({ state: 'besteld', onDay: '2021-04-01' });
		const [, , undo] = await listToolkitEntries(database.db, id);
		expect(await undoToolkitEntry(database.db, author, id, undo!.id)).toBe('unknown');
	});

	it('stands on the page on the day asked for, as known on the other', async () => {
		const { id, slug } = await newLibrary();
		await setToday(database.ownerDb, '2021-04-02');
		await record(id, { posters: { state: 'besteld', onDay: '2021-04-01' } });
		await setToday(database.ownerDb, TODAY);
		await record(id, { posters: { state: 'aanwezig', onDay: '2021-05-01' } });
		expect((await equipped(slug))?.items).toEqual({ posters: 'aanwezig' });
		expect((await equipped(slug, 'peildatum=2021-04-30'))?.items).toEqual({ posters: 'besteld' });
		expect((await equipped(slug, 'bekendOp=2021-05-09'))?.items).toEqual({ posters: 'besteld' });
		expect((await equipped(slug, 'peildatum=2021-03-31'))?.items).toEqual({});
		const [, last] = await listToolkitEntries(database.db, id);
		await undoToolkitEntry(database.db, author, id, last!.id);
		expect((await equipped(slug))?.items).toEqual({ posters: 'besteld' });
	});

	it('counts training by its milestones, and people and G!DS by what is said of open points', async () => {
		const { ownerDb, db } = database;
		const { id, slug } = await newLibrary();
		const municipality = await insertMunicipality(ownerDb);
		const [open, planned] = [
			await insertInformationPoint(ownerDb, id, municipality),
			await insertInformationPoint(ownerDb, id, municipality)
		];
		await db.transaction().execute(async (trx) => {
			await takeRecordStamp(trx);
			await appendEvents(trx, author, [
				{
					...{ subject: { level: 'library', id }, milestoneCode: 'training' },
					...{ kind: 'achieved', effectiveOn: '2021-03-01' }
				},
				{
					...{ subject: { level: 'information_point', id: open }, milestoneCode: 'opening' },
					...{ kind: 'achieved', effectiveOn: '2021-04-01', openingForm: 'volledig' }
				}
			]);
		});
		const trait = (informationPointId: number, name: string, value: unknown) => ({
			...{ informationPointId, trait: name, value: JSON.stringify(value), validFrom: '2021-05-01' },
			...{ recordedAt: `${TODAY}T12:00:00+02:00`, recordedBy: 'x', recordedFor: 'x' }
		});
		await ownerDb
			.insertInto('pointTrait')
			.values([
				trait(open, 'trained_count', 7),
				trait(open, 'gids_checked_on', '2021-05-01'),
				trait(planned, 'trained_count', 3)
			])
			.execute();
		expect(await equipped(slug)).toMatchObject({
			...{ training: 'achieved', elearning: null, trained: 7, points: 1, checked: 1 }
		});
		expect(await equipped(slug, 'peildatum=2021-04-15')).toMatchObject({
			...{ training: 'achieved', trained: null, points: 1, checked: 0 }
		});
		expect(await equipped(slug, 'peildatum=2021-02-28')).toMatchObject({
			...{ training: null, points: 0 }
		});
	});

	it('is counted for many libraries at once, of the items that each needs', async () => {
		const [one, other] = [await newLibrary(), await newLibrary()];
		await record(one.id, {
			posters: { state: 'aanwezig', onDay: '2021-04-01' },
			video: { state: 'niet_nodig', onDay: '2021-04-01' }
		});
		await record(one.id, { promotiemateriaal: { state: 'aanwezig', onDay: '2021-04-01' } });
		const last = (await listToolkitEntries(database.db, one.id)).at(-1)!;
		await undoToolkitEntry(database.db, author, one.id, last.id);
		const counts = await countToolkits(database.db, [one.id, other.id], TODAY);
		expect(counts.get(one.id)).toEqual({ there: 1, needed: 3 });
		expect(counts.get(other.id)).toEqual({ there: 0, needed: 4 });
		const before = await countToolkits(database.db, [one.id], '2021-03-31');
		expect(before.get(one.id)).toEqual({ there: 0, needed: 4 });
	});

	it.each<[string, string, string]>([
		['toolkit_entry_state_known', 'state', `'kapot'`],
		['toolkit_entry_item_exists', 'item_code', `'ballon'`],
		['toolkit_entry_day_sensible', 'on_day', `'2021-05-11'`],
		['toolkit_entry_day_sensible', 'on_day', `'2018-12-31'`],
		['toolkit_entry_undo_says_nothing', 'state', 'null'],
		['toolkit_entry_author_filled', 'recorded_by', `' '`]
	])('keeps %s (%s)', async (constraint, column, value) => {
		const { id } = await newLibrary();
		const row: Record<string, string> = {
			...{
				library_id: String(id),
				item_code: `'posters'`,
				state: `'besteld'`,
				on_day: `'2021-05-01'`
			},
			...{ recorded_at: `'2021-05-10 12:00+02'`, recorded_by: `'x'`, recorded_for: `'x'` },
			[column]: value
		};
		const breaking = sql`insert into toolkit_entry (${sql.raw(Object.keys(row).join(', '))})
			values (${sql.raw(Object.values(row).join(', '))})`.execute(database.db);
		await expect(breaking).rejects.toMatchObject({ constraint });
	});

	it('undoes no row of another library, and is never rewritten', async () => {
		const [one, other] = [await newLibrary(), await newLibrary()];
		await record(one.id, { posters: { state: 'besteld', onDay: '2021-04-01' } });
		const [entry] = await listToolkitEntries(database.db, one.id);
		const undo = database.db.insertInto('toolkitEntry').values({
			...{ libraryId: other.id, itemCode: 'posters', onDay: '2021-04-01', undoesId: entry!.id },
			...{ recordedAt: `${TODAY}T12:00:00+02:00`, recordedBy: 'x', recordedFor: 'x' }
		});
		await expect(undo.execute()).rejects.toMatchObject({ constraint: 'toolkit_entry_undo_same' });
		for (const change of [
			sql`update toolkit_entry set state = 'besteld'`,
			sql`delete from toolkit_entry`,
			sql`truncate toolkit_entry`
		]) {
			await expect(change.execute(database.ownerDb)).rejects.toMatchObject({
				constraint: 'toolkit_entry_append_only'
			});
		}
	});

	it('gets its items once in an installation from before there were any', async () => {
		expect(await addToolkit(database.ownerDb)).toBe(false);
		const { ownerDb } = database;
		const items = await ownerDb.selectFrom('toolkitItem').selectAll().execute();
		await sql`alter table toolkit_entry disable trigger user`.execute(ownerDb);
		await sql`delete from toolkit_entry`.execute(ownerDb);
		await sql`alter table toolkit_entry enable trigger user`.execute(ownerDb);
		await sql`delete from toolkit_item`.execute(ownerDb);
		expect(await addToolkit(ownerDb)).toBe(true);
		expect(await ownerDb.selectFrom('toolkitItem').selectAll().execute()).toEqual(items);
	});
});
