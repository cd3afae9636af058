import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, type Day } from '#lib/base/day/day.ts';
import { together } from '#lib/figures/freshness/groups.ts';
import { libraryOf } from '#lib/ledger/subject/subject.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { readView } from '#lib/server/figures/page/read-view.ts';
import { readMap } from '#lib/server/figures/map-page/read-map.ts';
import { listLibraries } from '#lib/server/network/standing/list-libraries.ts';
import { freshnessPage } from '#lib/server/figures/freshness/page.ts';
import { appendEvents } from '#lib/server/ledger/event/append.ts';
import { listAdvisorLooks } from '#lib/server/ledger/last-look/list-advisors.ts';
import { listMunicipalityLooks } from '#lib/server/ledger/last-look/list-last-looks.ts';
import {
	listThresholdChanges,
	readThreshold,
	setThreshold
} from '#lib/server/ledger/threshold/threshold.ts';
import { readWorkList } from '#lib/server/work/update/work-list.ts';
import { seedReference } from '#seeds/seed.ts';
import {
	insertBasics,
	insertLibrary,
	insertMunicipality,
	insertSupportInstitute,
	setToday
} from '#tests/factories/reference.ts';
import { readFacts, type Facts } from './coverage/oracle.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const TODAY = '2022-01-31';

let database: TestDatabase;
let facts: Facts;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	facts = await readFacts(database.db);
});
afterAll(() => database.drop());
beforeEach(() => overwriteGetLocale(() => 'nl'));

const read = async (address: string) =>
	(await freshnessPage.read(database.db, new URLSearchParams(address))).freshness;

/** The last look at each library of `day`, by walking through the whole ledger. */
function plainly(day: Day, until: Day): Map<string, Day | null> {
	const ownerOf = new Map(
		facts.periods
			.filter(({ validFrom, validTo }) => validFrom <= day && day < validTo)
			.map(({ informationPointId, libraryId }) => [informationPointId, libraryId])
	);
	const last = new Map<number, Day>();
	for (const event of [...facts.histories.values()].flat()) {
		const { level, id } = event.subject;
		const owner = level === 'library' ? id : ownerOf.get(id);
		if (owner === undefined || event.recordedOn > until) continue;
		if (event.recordedOn > (last.get(owner) ?? '')) last.set(owner, event.recordedOn);
	}
	return new Map(
		facts.libraries
			.filter(({ activeFrom, activeTo }) => activeFrom <= day && day < activeTo)
			.map(({ id, slug }) => [slug, last.get(id) ?? null])
	);
}

describe('the last look at each library', () => {
	it('colours each municipality by the library that was left alone longest', async () => {
		const areas = await database.db
			.selectFrom('libraryMunicipality')
			.innerJoin('library', 'library.id', 'libraryId')
			.select(['library.slug', 'municipalityCode as code', 'validFrom', 'validTo'])
			.execute();
		const day = '2021-03-01';
		const last = plainly(day, day);
		const expected = new Map<string, Day | null>();
		for (const { slug, code, validFrom, validTo } of areas) {
			if (!(validFrom <= day && day < validTo) || !last.has(slug)) continue;
			const days = [last.get(slug)!, ...(expected.has(code) ? [expected.get(code)!] : [])];
			expected.set(code, days.includes(null!) ? null : days.toSorted()[0]!);
		}
		const { view, where } = await readView(
			database.db,
			new URLSearchParams(`peildatum=${day}&maat=laatst-bekeken`),
			TODAY
		);
		const { looks } = await readMap(database.db, where, view);
		expect(looks).toMatchObject({ countedTo: day, silentWeeks: 8 });
		expect(new Map(looks!.lastOn)).toEqual(expected);
		expect(expected.size).toBeGreaterThan(300);
	});

	it('is a column of the list of libraries, that can be sorted by', async () => {
		const day = '2020-12-31';
		const { where } = await readView(database.db, new URLSearchParams(`peildatum=${day}`), TODAY);
		const read = (direction: 'asc' | 'desc') =>
			listLibraries(database.db, where, {
				...{ sort: 'looked' as const, direction, page: 1, pageSize: 500 }
			});
		const [up, down] = [await read('asc'), await read('desc')];
		const found = (rows: typeof up.rows) =>
			new Map(rows.map(({ slug, lastLookOn }) => [slug, lastLookOn]));
		expect(found(up.rows)).toEqual(plainly(day, day));
		const days = (rows: typeof up.rows) => rows.flatMap(({ lastLookOn }) => lastLookOn ?? []);
		expect(days(up.rows)).toEqual(days(up.rows).toSorted());
		expect(days(down.rows)).toEqual(days(up.rows).toReversed());
	});

	it.each([
		[`peildatum=${TODAY}`, TODAY, TODAY],
		['peildatum=2020-12-31', '2020-12-31', '2020-12-31'],
		['peildatum=2021-06-30&bekendOp=2021-03-01', '2021-06-30', '2021-03-01'],
		// Of a day to come the facts are those of today.
		['peildatum=2022-06-30', TODAY, TODAY]
	])('of %s is that of a walk over the ledger', async (address, day, until) => {
		const { libraries, countedTo } = await read(address);
		expect(countedTo).toBe(until);
		const found = new Map(libraries.map(({ slug, lastOn }) => [slug, lastOn]));
		expect(found).toEqual(plainly(day, until));
		expect(new Set(found.values()).size).toBeGreaterThan(10);
	});

	it('is narrowed by the filters, and then has no groups without libraries', async () => {
		const all = await read('');
		expect(all.every.province).toContain('Flevoland');
		const part = await read('provincie=zeeland');
		const inZeeland = all.libraries.filter(({ province }) => province === 'Zeeland');
		expect(inZeeland.length).toBeGreaterThan(0);
		expect(part.libraries).toEqual(inZeeland);
		expect(part.every.province).toEqual([]);
		expect((await read('status=gerealiseerd')).libraries).toEqual(all.libraries);
	});
});

it('of two libraries in one municipality the one left alone longest counts, or that nobody looked', async () => {
	const own = await createTestDatabase();
	try {
		await insertBasics(own.ownerDb);
		const supportInstituteId = await insertSupportInstitute(own.ownerDb);
		const municipalityCode = await insertMunicipality(own.ownerDb);
		const both = [];
		for (let count = 0; count < 2; count += 1) {
			const library = await insertLibrary(own.ownerDb, { supportInstituteId });
			await own.ownerDb
				.insertInto('libraryMunicipality')
				.values({ libraryId: library.id, municipalityCode, source: 'test', confidence: 'invented' })
				.execute();
			both.push(library.id);
		}
		const look = async (libraryId: number, on: Day) => {
			await setToday(own.ownerDb, on);
			await own.db.transaction().execute((trx) =>
				appendEvents(trx, { id: 'x', organisation: 'POI' }, [
					{
						...{ subject: libraryOf(libraryId), milestoneCode: 'record', kind: 'confirmed' },
						effectiveOn: on
					}
				])
			);
		};
		const lastOn = async () => {
			const { where } = await readView(own.db, new URLSearchParams(), '2021-06-01');
			return (await listMunicipalityLooks(own.db, where)).get(municipalityCode);
		};
		await look(both[0]!, '2021-03-01');
		expect(await lastOn()).toBeNull();
		await look(both[1]!, '2021-05-01');
		expect(await lastOn()).toBe('2021-03-01');
	} finally {
		await own.drop();
	}
});

it('what was loaded from public sources was looked at by nobody', async () => {
	const reference = await createTestDatabase();
	try {
		await seedReference(reference.ownerDb);
		const looks = async () => {
			const { freshness } = await freshnessPage.read(reference.db, new URLSearchParams());
			return freshness.libraries.filter(({ lastOn }) => lastOn !== null).map(({ slug }) => slug);
		};
		expect(await looks()).toEqual([]);
		const { libraryId } = await reference.db
			.selectFrom('informationPointPeriod')
			.select('libraryId')
			.where('validTo', '=', 'infinity')
			.executeTakeFirstOrThrow();
		await reference.db.transaction().execute((trx) =>
			appendEvents(trx, { id: 'x', organisation: 'POI' }, [
				{
					...{ subject: libraryOf(libraryId), milestoneCode: 'record', kind: 'confirmed' },
					effectiveOn: '2021-06-01'
				}
			])
		);
		expect(await looks()).toHaveLength(1);
	} finally {
		await reference.drop();
	}
});

describe('the weeks after which a library is silent', () => {
	const author = { id: 'manager', organisation: 'KB' };

	it('count from the day on which they were set, for figure and list alike', async () => {
		expect(await readThreshold(database.db, 'silent_weeks', TODAY)).toBe(8);
		await setThreshold(database.db, author, 'silent_weeks', 3);
		await setThreshold(database.db, author, 'silent_weeks', 3);
		expect(await listThresholdChanges(database.db, 'silent_weeks')).toMatchObject([
			{ value: 3, author: 'KB' }
		]);
		const now = await read('');
		expect(now.silentWeeks).toBe(3);
		expect((await read('bekendOp=2021-12-31')).silentWeeks).toBe(8);
		const list = { supportInstituteId: null, view: 'all', page: 1 } as const;
		const { counts, silentWeeks } = await readWorkList(database.db, list, TODAY);
		expect(silentWeeks).toBe(3);
		expect(counts.silent).toBe(together(now).silent);
		expect(counts.silent).toBeGreaterThan(0);
	});

	it.each([
		['threshold_change_sensible', { value: 0 }],
		['threshold_change_known', { name: 'anders' }],
		['threshold_change_author_filled', { recordedFor: ' ' }]
	])('are refused by the constraint %s', async (constraint, values) => {
		const row = { name: 'silent_weeks', value: 4, recordedBy: 'x', recordedFor: 'KB' };
		await expect(
			database.db
				.insertInto('thresholdChange')
				.values({ ...row, recordedAt: `${TODAY}T10:00:00Z`, ...values })
				.execute()
		).rejects.toMatchObject({ constraint });
	});

	it('are never rewritten', async () => {
		await expect(
			database.db.updateTable('thresholdChange').set({ value: 5 }).execute()
		).rejects.toMatchObject({ constraint: 'threshold_change_append_only' });
		await expect(database.db.deleteFrom('thresholdChange').execute()).rejects.toMatchObject({
			constraint: 'threshold_change_append_only'
		});
	});
});

it('advisers are listed with what they recorded lately, from the ledger', async () => {
	const looks = await listAdvisorLooks(database.db, 8, TODAY);
	const events = await database.db
		.selectFrom('event')
		.select(['recordedBy', sql<Day>`recorded_on`.as('recordedOn')])
		.execute();
	const plain = Map.groupBy(events, ({ recordedBy }) => recordedBy);
	expect(looks.length).toBeGreaterThan(1);
	for (const { id, lastOn, entries } of looks) {
		const days = (plain.get(id) ?? []).map(({ recordedOn }) => recordedOn).sort();
		expect({ lastOn, entries }).toEqual({
			lastOn: days.at(-1) ?? null,
			entries: days.filter((day) => day > addDays(TODAY, -56)).length
		});
	}
});
