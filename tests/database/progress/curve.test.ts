import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '#lib/base/day/day.ts';
import { rowOn } from '#lib/figures/progress/curve.ts';
import { realisedOf } from '#lib/figures/progress/tiles.ts';
import { PROGRESS_MEASURES, type ProgressMeasure } from '#lib/base/measure/measure.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import { progressOf } from './progress-of.ts';
import { readChanges, toCurve } from '#lib/server/figures/progress/read-curve.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import { COHORTS, NO_FILTERS, type Filters } from '#lib/base/selection/filters.ts';
import { PROVINCE_SLUGS } from '#lib/base/selection/province-slugs.ts';
import type { Headline } from '#lib/network/standing/types.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';

const TODAY = '2022-01-31';

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());

const at = (validOn: Day, knownOn: Day | null = null, filters: Filters = NO_FILTERS): Where => ({
	asOf: { validOn, knownOn },
	today: TODAY,
	filters
});

async function curve(where: Where, measure: ProgressMeasure) {
	return toCurve(await readChanges(database.db, where, measure), where).rows;
}

const openOf: Record<ProgressMeasure, (headline: Headline) => number> = {
	locations: ({ locations }) => locations.open,
	organisations: ({ organisations }) => organisations.open,
	municipalities: ({ municipalities }) => municipalities.covered,
	inhabitants: ({ inhabitants }) => inhabitants.covered
};

const anyFilters = fc.record({
	province: fc.option(fc.constantFrom(...PROVINCE_SLUGS), { freq: 2 }),
	supportInstitute: fc.option(fc.constantFrom('rijnbrink', 'probiblio'), { freq: 1 }),
	cohort: fc.option(fc.constantFrom(...COHORTS), { freq: 1 }),
	statuses: fc.constant([]),
	search: fc.option(fc.constantFrom('venlo', 'den', 'uden'), { freq: 1 })
});
const anyDay = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2019-01-01', days));

describe('the curve on the seeded story', () => {
	it('has the published counts on their days', async () => {
		const [locations, organisations] = await Promise.all([
			curve(at(TODAY), 'locations'),
			curve(at(TODAY), 'organisations')
		]);
		const open = (day: Day) => [rowOn(locations, day)?.fact, rowOn(organisations, day)?.fact];
		expect(open('2019-06-30')).toEqual([0, 0]);
		expect(open('2019-07-01')).toEqual([15, 15]);
		expect(open('2019-12-31')).toEqual([29, 15]);
		expect(open('2020-12-31')).toEqual([73, 39]);
		expect(rowOn(locations, '2021-06-24')?.fact).toBe(200);
		expect(rowOn(locations, '2021-06-23')?.fact).toBeLessThan(200);
		expect(rowOn(locations, '2021-12-31')?.fact).toBe(439);
	});

	it.each(PROGRESS_MEASURES)(
		'of %s says what the headline says, on any two dates',
		async (measure) => {
			await fc.assert(
				fc.asyncProperty(anyDay, fc.option(anyDay, { freq: 2 }), async (validOn, knownOn) => {
					const known = knownOn !== null && knownOn < TODAY ? knownOn : null;
					const rows = await curve(at(TODAY, known), measure);
					const day = validOn < TODAY ? validOn : TODAY;
					const headline = await readHeadline(database.db, at(day, known));
					expect(rowOn(rows, day)?.fact).toBe(openOf[measure](headline));
				}),
				{ numRuns: 15 }
			);
		}
	);

	it.each(PROGRESS_MEASURES)('of %s follows the filters of the map', async (measure) => {
		await fc.assert(
			fc.asyncProperty(anyFilters, anyDay, async (filters, validOn) => {
				const where = at(validOn, null, filters);
				const rows = await curve(where, measure);
				const headline = await readHeadline(database.db, where);
				const factDay = validOn < TODAY ? validOn : TODAY;
				expect(rowOn(rows, factDay)?.fact).toBe(
					openOf[measure](
						factDay === validOn
							? headline
							: await readHeadline(database.db, at(factDay, null, filters))
					)
				);
				if (measure === 'locations')
					expect(rowOn(rows, validOn)?.firstPlan).toBe(headline.locations.planned);
				if (measure === 'organisations')
					expect(rowOn(rows, validOn)?.firstPlan).toBe(headline.organisations.planned);
			}),
			{ numRuns: 15 }
		);
	});

	it.each([
		['peildatum=2021-12-31&vergelijk=2020-12-31', { validOn: '2020-12-31', knownOn: null }, {}],
		[
			'peildatum=2021-12-31&bekendOp=2022-01-05&vergelijk=2021-06-30&provincie=limburg',
			{ validOn: '2021-06-30', knownOn: '2022-01-05' },
			{ province: 'limburg' }
		]
	])('compares with the headline of the earlier day: %s', async (address, asOf, filters) => {
		const { progress } = await progressOf(database.db, new URLSearchParams(address));
		const headline = await readHeadline(database.db, {
			...at(asOf.validOn, asOf.knownOn),
			filters: { ...NO_FILTERS, ...filters }
		});
		const realised = PROGRESS_MEASURES.map((measure) => [measure, openOf[measure](headline)]);
		expect(progress.before).toEqual(Object.fromEntries(realised));
		expect(progress.before).not.toEqual(realisedOf(progress.headline));
	});

	it('splits into provinces without losing one', async () => {
		const where = at('2021-06-30');
		const changes = await readChanges(database.db, where, 'inhabitants');
		const provinces = [...new Set(changes.facts.map(({ provinceCode }) => provinceCode))];
		const sum = provinces
			.map(
				(provinceCode) => rowOn(toCurve(changes, where, { provinceCode }).rows, '2021-06-30')?.fact
			)
			.reduce<number>((total, fact) => total + (fact ?? 0), 0);
		expect(sum).toBe(rowOn(toCurve(changes, where).rows, '2021-06-30')?.fact);
	});

	it('has a current plan of which a part has opened, and a forecast that begins at the fact', async () => {
		const rows = await curve(at('2021-03-31'), 'locations');
		const now = rowOn(rows, '2021-03-31');
		expect(now?.forecast).toBe(now?.fact);
		expect(rows.filter(({ plan, planOpened }) => planOpened > plan)).toEqual([]);
		// What is planned for later is not open, but for the few that opened before their day.
		expect(rows.at(-1)?.plan).toBeGreaterThan(rows.at(-1)?.planOpened ?? Infinity);
		expect(rows.at(-1)?.fact).toBeNull();
		expect(rows.at(-1)?.forecast).toBeGreaterThan(now?.fact ?? 0);
	});

	it.each(['locations', 'organisations'] as const)(
		'has first plans of %s as the headline of each day counts them, also before a merger',
		async (measure) => {
			const rows = await curve(at(TODAY), measure);
			const days = ['2019-12-31', '2020-06-30', '2020-12-31', '2021-06-30', '2021-12-31', TODAY];
			const headlines = await Promise.all(days.map((day) => readHeadline(database.db, at(day))));
			expect(days.map((day) => rowOn(rows, day)?.firstPlan)).toEqual(
				headlines.map((headline) => headline[measure].planned)
			);
		}
	);

	it('counts the current plan from the ledger: the last plan of what opened or has to', async () => {
		const rows = await curve(at(TODAY), 'locations');
		const { rows: counted } = await sql<{ day: Day; plan: number; opened: number }>`
			select day::date as day,
				count(*) filter (where opened_on is not null or awaited_on is not null)::int as plan,
				count(*) filter (where opened_on is not null)::int as opened
			from unnest(array['2020-12-31', '2021-12-31', '2022-12-31']::date[]) day
				join information_point_state state on plan_on <= day and not outside_library
					and valid_from <= ${TODAY} and valid_to > ${TODAY} and known_to = 'infinity'
			group by 1 order by 1`.execute(database.db);
		expect(counted).toHaveLength(3);
		expect(
			counted.map(({ day }) => [rowOn(rows, day)?.plan, rowOn(rows, day)?.planOpened])
		).toEqual(counted.map(({ plan, opened }) => [plan, opened]));
	});
});
