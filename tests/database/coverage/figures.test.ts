import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLLOUT_STATUSES, WHITE_SPOT_CLASSES } from '#lib/base/status/rollout-status.ts';
import { addDays, daysBetween, type Day } from '#lib/base/day/day.ts';
import { listEventDays } from '#lib/server/figures/map-page/list-event-days.ts';
import { listInformationPoints } from '#lib/server/network/standing/list-information-points.ts';
import { listLibraries } from '#lib/server/network/standing/list-libraries.ts';
import { listMapPoints } from '#lib/server/network/standing/list-map-points.ts';
import {
	listMilestoneShares,
	withMilestoneShares
} from '#lib/server/network/standing/list-milestone-shares.ts';
import { listMunicipalityStandings } from '#lib/server/network/standing/list-municipality-standings.ts';
import { listMilestoneProgress } from '#lib/server/network/standing/milestone-progress.ts';
import { readHeadline, readLocations } from '#lib/server/network/standing/read-headline.ts';
import { readOrganisations } from '#lib/server/network/standing/read-organisations.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import { COHORTS, NO_FILTERS } from '#lib/base/selection/filters.ts';
import { insertRandomStory } from '#tests/factories/random-story.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';
import { headlineOf, readFacts, standingOn, type Facts } from './oracle.ts';

const TODAY: Day = '2022-01-31';

let database: TestDatabase;
let facts: Facts;

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	await insertRandomStory(database.ownerDb, { points: 150, seed: 20190701 });
	facts = await readFacts(database.db);
});
afterAll(() => database.drop());

const day = fc.nat({ max: daysBetween('2019-01-01', TODAY) }).map((n) => addDays('2019-01-01', n));
const anyDates = fc.record({
	validOn: fc.oneof({ weight: 9, arbitrary: day }, fc.constantFrom(TODAY, '2022-04-01')),
	knownOn: fc.option(day, { freq: 2 })
});

const whereOn = (validOn: Day, knownOn: Day | null = null, today = TODAY): Where => ({
	asOf: { validOn, knownOn },
	today,
	filters: NO_FILTERS
});
const everything = { sort: 'name', direction: 'asc', page: 1, pageSize: 100_000 } as const;

/** Compares what the queries answer with the plain computation, for random D and K. */
async function forAnyDates(
	compare: (where: Where, standing: ReturnType<typeof standingOn>) => Promise<void>
): Promise<void> {
	await fc.assert(
		fc.asyncProperty(anyDates, async ({ validOn, knownOn }) => {
			const standing = standingOn(facts, validOn, knownOn ?? TODAY, TODAY);
			await compare(whereOn(validOn, knownOn), standing);
		}),
		{ numRuns: 40 }
	);
}

const byCode = <T extends { code: string }>(rows: readonly T[]) =>
	new Map(rows.map((row) => [row.code, row]));
const byId = <T extends { id: number }>(rows: readonly T[]) =>
	new Map(rows.map((row) => [row.id, row]));

describe('the story of this test', () => {
	it('has points in every state, so that the comparisons below say something', () => {
		const { points } = standingOn(facts, '2021-03-01', TODAY, TODAY);
		const statuses = new Set(points.map(({ status }) => status));
		expect(statuses).toEqual(
			new Set([
				...['realised', 'temporarily_closed', 'online_now', 'online_only', 'plan_overdue'],
				...['planned_90', 'planned_later', 'plan_withdrawn', 'not_planned', 'closed']
			])
		);
		expect(points.some(({ outsideLibrary, realised }) => outsideLibrary && realised)).toBe(true);
	});
});

describe('the figures equal a plain computation over the ledger for any D and K', () => {
	it('per municipality', async () => {
		await forAnyDates(async (where, expected) => {
			const standings = await listMunicipalityStandings(database.db, where);
			const found = standings.map((standing) => {
				const { code, facts, locations, status, inhabitants, milestonesShare } = standing;
				const share = milestonesShare === null ? null : expect.closeTo(milestonesShare, 8);
				return { code, facts, locations, status, inhabitants, milestonesShare: share };
			});
			expect(byCode(expected.municipalities)).toEqual(byCode(found));
			const some = standings
				.slice(20, 30)
				.map((standing) => ({ ...standing, milestonesShare: null }));
			expect(await withMilestoneShares(database.db, where, some)).toEqual(standings.slice(20, 30));
		});
	}, 120_000);

	it('in the headline', async () => {
		await forAnyDates(async (where, expected) => {
			const headline = await readHeadline(database.db, where);
			expect(headline).toMatchObject(headlineOf(expected, where.asOf.validOn));
			const white = Object.values(headline.whiteSpots).reduce((sum, count) => sum + count, 0);
			expect(white).toBe(headline.municipalities.total - headline.municipalities.covered);
		});
	}, 120_000);

	it('per library, with its milestones', async () => {
		await forAnyDates(async (where, expected) => {
			const { rows } = await listLibraries(database.db, where, everything);
			const found = rows.map((row) => {
				const { id, facts, locations, status, firstPlanOn, done, applicable } = row;
				return { id, facts, locations, status, firstPlanOn, done, applicable };
			});
			expect(byId(found)).toEqual(byId(expected.libraries));
			const progress = await listMilestoneProgress(database.db, where);
			expect(progress).toEqual(
				[...byId(expected.libraries).values()]
					.map(({ id, done, applicable }) => ({ libraryId: id, done, applicable }))
					.sort((a, b) => a.libraryId - b.libraryId)
			);
		});
	}, 120_000);

	it('per information point, in the list and on the map', async () => {
		await forAnyDates(async (where, expected) => {
			const { rows } = await listInformationPoints(database.db, where, everything);
			const found = rows.map(({ id, status, planOn, firstPlanOn, openedOn, ...row }) => {
				const { done, applicable } = row;
				const place = { libraryId: row.library.id, municipalityCode: row.municipality.code };
				return { id, status, planOn, firstPlanOn, openedOn, done, applicable, ...place };
			});
			const wanted = expected.points.map(({ awaitedOn, progress, ...point }) => {
				const { id, status, firstPlanOn, openedOn, libraryId, municipalityCode } = point;
				const place = { libraryId, municipalityCode };
				return { id, status, planOn: awaitedOn, firstPlanOn, openedOn, ...progress, ...place };
			});
			expect(byId(found)).toEqual(byId(wanted));
			const onMap = await listMapPoints(database.db, where);
			expect(new Map(onMap.map(({ id, status }) => [id, status]))).toEqual(
				new Map(wanted.map(({ id, status }) => [id, status]))
			);
		});
	}, 120_000);
});

describe('the filters', () => {
	const manyFilters = fc.record({
		province: fc.option(fc.constantFrom('limburg', 'gelderland'), { freq: 2 }),
		supportInstitute: fc.option(fc.constantFrom('cubiss', 'rijnbrink'), { freq: 1 }),
		cohort: fc.option(fc.constantFrom(...COHORTS), { freq: 1 }),
		statuses: fc.oneof(
			{ weight: 2, arbitrary: fc.constant([]) },
			fc.subarray([...ROLLOUT_STATUSES], { minLength: 1 })
		),
		search: fc.option(fc.constantFrom('venlo', 'punt 1', 'biblionet', 'aanzet'), { freq: 1 })
	});
	/** A point can be found by itself, by its library and by its municipality alone. */
	const searchAlone = fc
		.constantFrom('punt 1', 'biblionet', 'aanzet', 'westland', 'plaats 3')
		.map((search) => ({ ...NO_FILTERS, search }));
	const anyFilters = fc.oneof(manyFilters, searchAlone);

	it('let the same points and libraries through in the headline as in the lists', async () => {
		await fc.assert(
			fc.asyncProperty(anyDates, anyFilters, async (dates, filters) => {
				const where = { ...whereOn(dates.validOn, dates.knownOn), filters };
				const [locations, { counts, selected }, points, libraries] = await Promise.all([
					readLocations(database.db, where),
					readOrganisations(database.db, where),
					listInformationPoints(database.db, where, everything),
					listLibraries(database.db, where, everything)
				]);
				expect(locations.onMap).toBe(points.total);
				expect(selected).toBe(libraries.total);
				if (filters.statuses.length > 0) return;
				expect(counts.total).toBe(libraries.total);
				expect(counts.open).toBe(libraries.rows.filter(({ facts }) => facts.realised > 0).length);
			}),
			{ numRuns: 60 }
		);
	}, 120_000);
});

describe('the days of the slider', () => {
	it('are exactly those on which a point opened, closed or reopened', async () => {
		const days = await listEventDays(database.db, whereOn(TODAY));
		const realisedOn = (validOn: Day) =>
			standingOn(facts, validOn, TODAY, TODAY)
				.points.filter(({ realised, onlineOnly }) => realised || onlineOnly)
				.map(({ id, accessible, municipalityCode }) => `${id} ${accessible} ${municipalityCode}`)
				.sort()
				.join();
		expect(days).toEqual([...days].sort());
		// Between two steps nothing opens, closes or reopens.
		const steps = new Set(days);
		const sample = fc.sample(day, { seed: 3, numRuns: 40 });
		for (const validOn of sample.filter((some) => !steps.has(some) && !some.endsWith('-01-01'))) {
			expect(realisedOn(validOn)).toBe(realisedOn(addDays(validOn, -1)));
		}
	}, 120_000);
});

describe('many at once', () => {
	it('gives the milestones of municipalities by name as it gives those of the country', async () => {
		for (const where of [whereOn(TODAY), whereOn('2021-03-10', '2021-08-17')]) {
			const country = await listMilestoneShares(database.db, where, null);
			const codes = country.map(({ municipalityCode }) => municipalityCode);
			expect(codes.length).toBeGreaterThan(300);
			const named = await listMilestoneShares(database.db, where, codes);
			const sorted = (rows: typeof named) =>
				rows.toSorted((one, other) => one.municipalityCode.localeCompare(other.municipalityCode));
			expect(sorted(named)).toEqual(sorted(country));
		}
	});

	it('names the first organisations that wait as the list does', async () => {
		const where = whereOn('2021-03-10', '2021-08-17');
		const { waiting } = await readOrganisations(database.db, where, 12);
		const list = await listLibraries(
			database.db,
			{ ...where, filters: { ...NO_FILTERS, statuses: WHITE_SPOT_CLASSES } },
			{ sort: 'firstPlan', direction: 'asc', page: 1, pageSize: 12 }
		);
		expect(waiting).toEqual({ total: list.total, first: list.rows.map(({ id }) => id) });
	});
});

describe('the country', () => {
	it.each([
		['2019-01-01', 355],
		['2020-12-31', 355],
		['2021-01-01', 352],
		['2022-01-01', 345],
		['2022-03-24', 344]
	])('has on %s the %i municipalities of that day, and all its inhabitants', async (on, count) => {
		const { municipalities, inhabitants } = await readHeadline(database.db, whereOn(on, null, on));
		expect(municipalities.total).toBe(count);
		expect(inhabitants).toMatchObject({ total: 17_427_806, populationReferenceDate: '2020-01-01' });
	});

	it.each([
		['2019-12-31', 138],
		['2020-12-31', 137],
		['2022-01-31', 136]
	])('has on %s the %i library organisations of that day', async (on, count) => {
		const { organisations } = await readHeadline(database.db, whereOn(on));
		expect(organisations.total).toBe(count);
	});

	it.each([
		['2020-06-28', null],
		['2020-06-29', 60],
		['2021-06-23', 60],
		['2021-06-24', 400]
	])('has on %s the target for locations that was announced by then: %s', async (on, value) => {
		const { locations } = await readHeadline(database.db, whereOn(on));
		expect(locations.target?.value ?? null).toBe(value);
	});

	it('does not know a target before its announcement', async () => {
		const { locations } = await readHeadline(database.db, whereOn(TODAY, '2021-06-23'));
		expect(locations.target?.value).toBe(60);
	});
});
