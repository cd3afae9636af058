import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noAmounts, type CostAmounts, type CostKind } from '#lib/programme/cost/cost.ts';
import { modelPage } from '#lib/server/figures/operating-model/page.ts';
import { setThreshold } from '#lib/server/ledger/threshold/threshold.ts';
import { listLibraryCosts, readLibraryCosts } from '#lib/server/programme/cost/queries.ts';
import { recordCosts } from '#lib/server/programme/cost/service.ts';
import {
	insertBasics,
	insertLibrary,
	insertMunicipality,
	insertPopulation,
	insertSupportInstitute,
	insertWorkArea,
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
	await setToday(database.ownerDb, TODAY);
});
afterAll(() => database.drop());

/** A library with a work area of so many inhabitants. */
async function newLibrary(inhabitants = 10_000): Promise<number> {
	const { id } = await insertLibrary(database.ownerDb, { supportInstituteId });
	const municipality = await insertMunicipality(database.ownerDb);
	await insertPopulation(database.ownerDb, municipality, inhabitants);
	await insertWorkArea(database.ownerDb, id, [municipality]);
	return id;
}

const record = async (
	libraryId: number,
	amounts: Partial<CostAmounts>,
	{
		kind = 'werkelijk',
		year = 2020,
		basedOn
	}: { kind?: CostKind; year?: number; basedOn?: number } = {}
) => {
	const now = await readLibraryCosts(database.db, libraryId, year);
	const costs = { ...now.costs, [kind]: { ...noAmounts(), ...amounts } };
	const write = { libraryId, year, costs, basedOn: basedOn ?? now.basedOn };
	return recordCosts(database.db, author, write, TODAY);
};

/** How many libraries, and what they spent on staff, are shown of the small ones in a year. */
async function shownOf(query = '', year = 2020) {
	const { model } = await modelPage.read(database.db, new URLSearchParams(query));
	const row = model.rows.find(
		(one) => one.year === year && one.size === 'klein' && one.kind === 'werkelijk'
	);
	return row?.shown ? [row.shown.libraries, row.shown.amounts?.personeel] : null;
}

describe('the costs of a library', () => {
	it('are recorded once, told of anew by a row, and never overwritten unseen', async () => {
		const library = await newLibrary();
		expect(await record(library, { ict: 100 })).toEqual({ outcome: 'recorded', amounts: 1 });
		expect(await record(library, { ict: 100 }, { basedOn: 0 })).toEqual({ outcome: 'unchanged' });
		expect(await record(library, { ict: 300 }, { basedOn: 0 })).toMatchObject({
			outcome: 'conflict',
			now: { costs: { werkelijk: { ict: 100 } } }
		});
		expect(await record(library, {})).toEqual({ outcome: 'recorded', amounts: 1 });
		expect((await readLibraryCosts(database.db, library, 2020)).costs.werkelijk.ict).toBeNull();
		expect(await listLibraryCosts(database.db, library)).toMatchObject([
			{ category: 'ict', amountCents: null, author: 'Proef-POI' },
			{ category: 'ict', amountCents: 100 }
		]);
		expect(await record(library, { ict: 1 }, { year: 20199 })).toEqual({ outcome: 'no_year' });
		expect(await record(library, { ict: 1 }, { year: 2018 })).toEqual({ outcome: 'no_year' });
	});

	it('are public in sums of five of a size, as known on the day, and never of fewer', async () => {
		const recordNew = async (day: string, personeel: number, inhabitants?: number) => {
			await setToday(database.ownerDb, day);
			await record(await newLibrary(inhabitants), { personeel });
		};
		for (const personeel of [1000, 1000, 1000, 1000]) await recordNew('2021-05-07', personeel);
		await recordNew('2021-05-07', 7, 500_000);
		await recordNew('2021-05-08', 2000);
		// Of the same day, but somebody may have looked before it.
		await recordNew('2021-05-08', 70_000);
		await recordNew('2021-05-09', 90_000);
		await setToday(database.ownerDb, TODAY);
		expect(await shownOf('bekendOp=2021-05-07')).toBeNull();
		expect(await shownOf('bekendOp=2021-05-08')).toEqual([5, 6000]);
		// The sixth and seventh wait: the difference of two days would be its own amount.
		expect(await shownOf()).toEqual([5, 6000]);
		// A filter would tell about one library: it does not apply.
		expect(await shownOf('zoek=Bibliotheek')).toEqual([5, 6000]);
		await setThreshold(database.db, author, 'cost_libraries', 6);
		expect(await shownOf()).toBeNull();
		expect(await shownOf('bekendOp=2021-05-09')).toEqual([5, 6000]);
	});

	it.each<[string, string, string]>([
		['cost_entry_kind_known', 'kind', `'geraamd'`],
		['cost_entry_category_known', 'category', `'drank'`],
		['cost_entry_amount_sensible', 'amount_cents', '-1'],
		['cost_entry_amount_sensible', 'amount_cents', '500000001'],
		['cost_entry_year_sensible', 'year', '2018'],
		['cost_entry_year_sensible', 'year', '2022'],
		['cost_entry_author_filled', 'recorded_by', `' '`]
	])('keep %s (%s %s)', async (constraint, column, value) => {
		const row: Record<string, string> = {
			...{ library_id: String(await newLibrary()), year: '2021', kind: `'werkelijk'` },
			...{ category: `'ict'`, amount_cents: '1', recorded_at: `'2021-05-10 12:00+02'` },
			...{ recorded_by: `'x'`, recorded_for: `'x'`, [column]: value }
		};
		const breaking = sql`insert into cost_entry (${sql.raw(Object.keys(row).join(', '))})
			values (${sql.raw(Object.values(row).join(', '))})`.execute(database.db);
		await expect(breaking).rejects.toMatchObject({ constraint });
	});

	it('are never rewritten, and the threshold is never below three', async () => {
		for (const change of [
			sql`update cost_entry set amount_cents = 1`,
			sql`delete from cost_entry`,
			sql`truncate cost_entry`
		]) {
			await expect(change.execute(database.ownerDb)).rejects.toMatchObject({
				constraint: 'cost_entry_append_only'
			});
		}
		await expect(setThreshold(database.db, author, 'cost_libraries', 2)).rejects.toMatchObject({
			constraint: 'threshold_change_cost_libraries'
		});
	});
});
