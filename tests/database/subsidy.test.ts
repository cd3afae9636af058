import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { readQuestion } from '#lib/server/figures/page/question.ts';
import { listOpenHours } from '#lib/server/figures/subsidy/queries.ts';
import { subsidyPage } from '#lib/server/figures/subsidy/page.ts';
import { readSubsidy } from '#lib/server/figures/subsidy/read-subsidy.ts';
import type { EntryKind } from '#lib/programme/grant/course.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import { recordGrantEntry } from '#lib/server/programme/grant/entries.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import { addGrants } from '#seeds/seed.ts';
import { insertUser } from '#tests/factories/user.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());
beforeEach(() => overwriteGetLocale(() => 'nl'));

const read = async (address: string, purpose: 'page' | 'answer' = 'answer') =>
	readSubsidy(await readQuestion(database.db, new URLSearchParams(address)), purpose);

describe('what the schemes come to', () => {
	it('is of the years whose amount was known and whose reference day had come', async () => {
		const years = async (address: string) =>
			(await read(address)).totals.year.map(({ name }) => name);
		expect(await years('')).toEqual(['2019', '2020', '2021', '2022']);
		expect(await years('peildatum=2021-06-30')).toEqual(['2019', '2020', '2021']);
		const early = await read('peildatum=2019-07-23');
		expect(early.totals.year.map(({ byScheme }) => Object.keys(byScheme).toSorted())).toEqual([
			['belastingdienst', 'kopgroep']
		]);
	});

	it('pays the kopgroep once per project, and everybody else by the inhabitants', async () => {
		const { totals, awards } = await read('');
		expect(totals.year[0]?.byScheme.kopgroep).toBe(15 * 2_500_000);
		const venlo = awards.filter(({ base }) => base.name === 'Bibliotheek Venlo');
		const units = venlo[0]!.base.units!;
		expect(venlo.map(({ rate, cents }) => [rate.year, rate.scheme, cents])).toEqual([
			[2019, 'digitale-inclusie', Math.round((3 * units) / 10_000)],
			[2019, 'belastingdienst', Math.round((2 * units) / 10_000)],
			[2019, 'kopgroep', 2_500_000],
			[2020, 'digitale-inclusie', Math.round((5 * units) / 10_000)],
			[2020, 'belastingdienst', Math.round((2 * units) / 10_000)],
			[2021, 'digitale-inclusie', Math.round((8 * units) / 10_000)],
			[2021, 'belastingdienst', Math.round((2 * units) / 10_000)],
			[2022, 'digitale-inclusie', Math.round((83 * units) / 10_000)],
			[2022, 'belastingdienst', Math.round((2 * units) / 10_000)]
		]);
	});

	it('never counts more inhabitants than there are, whatever libraries share', async () => {
		const { awards } = await read('');
		const { rows } = await sql<{ inhabitants: number }>`
			select sum(inhabitants)::int as inhabitants from population where territory_from = '2019-01-01'`.execute(
			database.db
		);
		for (const year of [2019, 2020, 2021, 2022]) {
			const units = awards
				.filter(({ rate }) => rate.scheme === 'digitale-inclusie' && rate.year === year)
				.reduce((sum, { base }) => sum + (base.units ?? 0), 0);
			expect(units / 10_000).toBeLessThanOrEqual(rows[0]!.inhabitants);
			expect(units / 10_000).toBeGreaterThan(0.97 * rows[0]!.inhabitants);
		}
	});

	it('is put beside the points, inhabitants and hours of the selection', async () => {
		const { bought, totals } = await read('provincie=overijssel');
		expect(bought?.cents).toBe(totals.year.at(-1)?.cents);
		const headline = await readHeadline(
			database.db,
			(await readQuestion(database.db, new URLSearchParams('provincie=overijssel'))).where
		);
		expect(bought).toMatchObject({
			locations: headline.locations.open,
			covered: headline.inhabitants.covered
		});
		const [library] = await listOpenHours(
			database.db,
			(await readQuestion(database.db, new URLSearchParams())).where
		);
		const week = {
			days: [
				[[540, 720]],
				[],
				[
					[540, 600],
					[780, 840]
				],
				[],
				[],
				[],
				[]
			],
			kind: null
		};
		const points = database.db
			.selectFrom('informationPointState')
			.select('informationPointId')
			.distinct()
			.where('libraryId', '=', library!.libraryId);
		await database.db
			.insertInto('pointTrait')
			.columns([
				'informationPointId',
				'trait',
				'value',
				'validFrom',
				'recordedAt',
				'recordedBy',
				'recordedFor'
			])
			.expression((eb) =>
				eb
					.selectFrom(points.as('point'))
					.select([
						'point.informationPointId',
						sql<'hours'>`'hours'`.as('trait'),
						sql`${JSON.stringify(week)}::jsonb`.as('value'),
						sql<string>`date '2022-01-20'`.as('validFrom'),
						sql<Date>`timestamptz '2022-01-20 12:00+01'`.as('recordedAt'),
						sql<string>`'test'`.as('recordedBy'),
						sql<string>`'test'`.as('recordedFor')
					])
			)
			.execute();
		const hoursOn = async (address: string) =>
			(
				await listOpenHours(
					database.db,
					(await readQuestion(database.db, new URLSearchParams(address))).where
				)
			).find(({ libraryId }) => libraryId === library!.libraryId);
		// Three hours, one hour and one hour.
		expect(await hoursOn('')).toEqual({
			...{ libraryId: library!.libraryId, points: library!.points },
			...{ known: library!.points, minutes: library!.points * 300 }
		});
		expect(await hoursOn('peildatum=2022-01-19')).not.toMatchObject({
			minutes: library!.points * 300
		});
	});

	it('is called example data in the demo where it is made of what the demo invents', async () => {
		const demoOf = async (name: string) => {
			const url = new URL(`http://localhost/subsidie/${name}.csv?peildatum=2020-12-31`);
			const file = await subsidyPage.respondFile(database.db, url, { name, kind: 'csv' });
			const [, first = ''] = (await file!.text()).split(/\r?\n/);
			return first.split(';').at(-1);
		};
		expect(await Promise.all(['tegenover', 'jaren'].map(demoOf))).toEqual(['ja', 'nee']);
		const asked = await subsidyPage.ask(database.db, new URLSearchParams('peildatum=2020-12-31'));
		const { body } = await asked.answer('http://localhost');
		expect(body).toMatchObject({ voorbeeldgegevens: true });
	});

	it('says in words where a merger touches it, on the page of the list that has the library', async () => {
		const { list } = await read('zoek=West-Brabant', 'page');
		const merged = list.libraries.find(({ name }) => name === 'Bibliotheek West-Brabant');
		expect(merged?.notes.join(' ')).toMatch(/ging op 1 januari 2020 op in deze bibliotheek/);
		const { list: north } = await read('zoek=Eemsdelta', 'page');
		expect(north.libraries[0]?.notes.join(' ')).toMatch(/Eemsdelta kreeg er op 1 januari 2021/);
		expect(north.libraries[0]?.areas.map(({ days }) => days)).toEqual([
			['2019-01-01', '2020-01-01'],
			['2021-01-01', '2022-01-01']
		]);
	});
});

describe('an amount', () => {
	const raise = sql`insert into grant_rate (scheme_code, year, cents_per_inhabitant, holds_from, source,
			confidence, change_reason, recorded_at, recorded_by, recorded_for)
		values ('digitale-inclusie', 2020, 6, '2019-07-24', 'een bron', 'sourced', 'verbeterd',
			'2021-05-01T10:00Z', 'iemand', 'KB')`;

	it('is told anew by a row, and what was known before stays', async () => {
		await raise.execute(database.ownerDb);
		const of2020 = async (address: string) =>
			(await read(address)).rates.find(
				({ scheme, year }) => scheme === 'digitale-inclusie' && year === 2020
			)?.centsPerInhabitant;
		expect(await of2020('bekendOp=2021-04-30')).toBe(5);
		expect(await of2020('bekendOp=2021-05-01')).toBe(6);
		expect(await of2020('')).toBe(6);
	});

	it.each([
		['grant_rate_append_only', sql`update grant_rate set cents_per_inhabitant = 9`],
		['grant_rate_append_only', sql`delete from grant_rate`],
		[
			'grant_rate_one_amount',
			sql`insert into grant_rate (scheme_code, year, cents_per_inhabitant, fixed_cents, source, confidence)
				values ('kopgroep', 2020, 3, 100, 'een bron', 'sourced')`
		],
		[
			'grant_scheme_ceiling_whole',
			sql`update grant_scheme set ceiling_last_year = null where code = 'belastingdienst'`
		],
		[
			'grant_window_days_ordered',
			sql`update grant_window set closes_on = '2019-01-01' where code = 'kopgroep'`
		]
	])('is guarded by %s', async (constraint, statement) => {
		await expect(statement.execute(database.ownerDb)).rejects.toMatchObject({ constraint });
	});

	it('is added once to an installation from before there were any', async () => {
		expect(await addGrants(database.ownerDb)).toBe(false);
	});
});

describe('what was recorded', () => {
	it('is added up for the libraries that are asked for, on the day that is asked for', async () => {
		const manager = await insertUser(database.ownerDb, 'programme_manager', null, 'KB');
		const rows = await database.db.selectFrom('library').select(['id', 'slug']).execute();
		const idOf = (slug: string) => rows.find((row) => row.slug === slug)!.id;
		const record = (kind: EntryKind, slug: string, onDay: string, amountCents: number) =>
			recordGrantEntry(database.db, manager, authorOf(manager), {
				...{ kind, libraryIds: [idOf(slug)], scheme: 'digitale-inclusie', year: 2021 },
				...{ onDay, amountCents, note: null }
			});
		await record('decision', 'bibliotheek-venlo', '2021-02-01', 900_000);
		await record('payment', 'bibliotheek-venlo', '2021-06-01', 400_000);
		await record('decision', 'biblionet-groningen', '2021-03-01', 2_000_000);
		const told = async (address: string) =>
			(await read(address)).recorded.map(({ year, scheme, decided, awardedCents, paidCents }) => [
				...[year, scheme, decided, awardedCents, paidCents]
			]);
		expect(await told('')).toEqual([[2021, 'digitale-inclusie', 2, 2_900_000, 400_000]]);
		expect(await told('provincie=limburg')).toEqual([
			[2021, 'digitale-inclusie', 1, 900_000, 400_000]
		]);
		expect(await told('peildatum=2021-02-28')).toEqual([
			[2021, 'digitale-inclusie', 1, 900_000, 0]
		]);
		expect(await told('provincie=zeeland')).toEqual([]);
	});
});
