import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '#lib/base/day/day.ts';
import { listEventDays } from '#lib/server/figures/map-page/list-event-days.ts';
import { listInformationPoints } from '#lib/server/network/standing/list-information-points.ts';
import { listLibraries } from '#lib/server/network/standing/list-libraries.ts';
import {
	listMunicipalityStandings,
	selectByStatus
} from '#lib/server/network/standing/list-municipality-standings.ts';
import { readHeadline } from '#lib/server/network/standing/read-headline.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import { NO_FILTERS, type Filters } from '#lib/base/selection/filters.ts';
import { PROVINCE_SLUGS } from '#lib/base/selection/province-slugs.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';
import { headlineOf, readFacts, standingOn } from './oracle.ts';

const TODAY: Day = '2022-01-31';
let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());

function whereOn(validOn: Day, filters: Partial<Filters> = {}, knownOn: Day | null = null): Where {
	return { asOf: { validOn, knownOn }, today: TODAY, filters: { ...NO_FILTERS, ...filters } };
}
const headlineOn = (day: Day) => readHeadline(database.db, whereOn(day));
const everything = { sort: 'name', direction: 'asc', page: 1, pageSize: 100_000 } as const;

describe('the published anchors', () => {
	it.each([
		['2019-07-01', 15, 15],
		['2019-12-31', 29, 15],
		['2020-12-31', 73, 39]
	])('on %s: %i locations in %i organisations', async (day, locations, organisations) => {
		const headline = await headlineOn(day);
		expect(headline.locations.open).toBe(locations);
		expect(headline.organisations.open).toBe(organisations);
	});

	it('the 200th location on 24 June 2021', async () => {
		expect((await headlineOn('2021-06-23')).locations.open).toBeLessThan(200);
		expect((await headlineOn('2021-06-24')).locations.open).toBeGreaterThanOrEqual(200);
	});

	it('439 locations on 31 December 2021, and between one and ten organisations without', async () => {
		const { locations, organisations } = await headlineOn('2021-12-31');
		expect(locations.open).toBe(439);
		expect(organisations.total - organisations.open).toBeGreaterThanOrEqual(1);
		expect(organisations.total - organisations.open).toBeLessThanOrEqual(10);
	});

	it('nothing is open before 1 July 2019', async () => {
		const { organisations, locations, municipalities } = await headlineOn('2019-06-30');
		expect([organisations.open, locations.open, municipalities.covered]).toEqual([0, 0, 0]);
	});
});

describe('the seeded story', () => {
	it.each(['2019-07-01', '2020-06-30', '2021-06-24', TODAY])(
		'has on %s the figures of a plain computation over the ledger',
		async (day) => {
			const standing = standingOn(await readFacts(database.db), day, TODAY, TODAY);
			expect(await headlineOn(day)).toMatchObject(headlineOf(standing, day));
		}
	);

	it('steps the slider on the days on which the number of open points changes', async () => {
		const days = await listEventDays(database.db, whereOn(TODAY));
		expect(days[0]).toBe('2019-07-01');
		const openOn = async (day: Day) => (await headlineOn(day)).locations.open;
		const first = days.slice(0, 4);
		for (const day of first) expect(await openOn(day)).not.toBe(await openOn(addDays(day, -1)));
	});
});

describe('the filters', () => {
	it('by province divide every figure over the twelve', async () => {
		const whole = await headlineOn('2021-06-30');
		const parts = await Promise.all(
			PROVINCE_SLUGS.map((province) =>
				readHeadline(database.db, whereOn('2021-06-30', { province }))
			)
		);
		const sum = (pick: (headline: typeof whole) => number) =>
			parts.reduce((total, part) => total + pick(part), 0);
		expect(sum((h) => h.organisations.total)).toBe(whole.organisations.total);
		expect(sum((h) => h.organisations.planned)).toBe(whole.organisations.planned);
		expect(sum((h) => h.locations.open)).toBe(whole.locations.open);
		expect(sum((h) => h.municipalities.covered)).toBe(whole.municipalities.covered);
		expect(sum((h) => h.inhabitants.covered)).toBe(whole.inhabitants.covered);
		expect(parts.map((part) => part.locations.target)).toEqual(parts.map(() => null));
	});

	it('by status hold in every list, and leave the headline as it is', async () => {
		const where = whereOn('2021-06-30', { statuses: ['realised'] });
		const [libraries, points, all, headline] = await Promise.all([
			listLibraries(database.db, where, everything),
			listInformationPoints(database.db, where, everything),
			listMunicipalityStandings(database.db, where),
			readHeadline(database.db, where)
		]);
		for (const { status } of [...libraries.rows, ...points.rows, ...selectByStatus(all, where)]) {
			expect(status).toBe('realised');
		}
		expect(headline).toEqual(await headlineOn('2021-06-30'));
	});

	it('by search find a place however it is written', async () => {
		const names = async (search: string) =>
			(await listMunicipalityStandings(database.db, whereOn(TODAY, { search }))).map(
				({ name }) => name
			);
		expect(await names('VENLO')).toContain('Venlo');
		expect(await names('sudwest friesland')).toContain('Súdwest-Fryslân');
		expect(await names("'s-hertogenbosch")).toEqual(await names('s hertogenbosch'));
		expect(await names('100%_')).toEqual([]);
	});

	it('by search find a library by a municipality that it serves, and its points', async () => {
		const where = whereOn(TODAY, { search: 'Loon op Zand' });
		const libraries = await listLibraries(database.db, where, everything);
		expect(libraries.rows.map(({ name }) => name)).toContain('Bibliotheek Midden-Brabant');
		const points = await listInformationPoints(database.db, where, everything);
		expect(points.rows.map(({ municipality }) => municipality.name)).toContain('Loon op Zand');
	});

	it('by POI and cohort keep the libraries of both', async () => {
		const { rows } = await listLibraries(
			database.db,
			whereOn('2019-12-31', { cohort: 'kopgroep_2019' }),
			everything
		);
		expect(rows).toHaveLength(15);
		const poi = rows[0]!.supportInstitute.slug;
		const both = await listLibraries(
			database.db,
			whereOn('2019-12-31', { cohort: 'kopgroep_2019', supportInstitute: poi }),
			everything
		);
		expect(both.rows.map(({ id }) => id)).toEqual(
			rows.filter((row) => row.supportInstitute.slug === poi).map(({ id }) => id)
		);
	});
});

describe('a list', () => {
	it('gives each row once over its pages, and the last page for a later one', async () => {
		const where = whereOn(TODAY);
		const paging = { sort: 'opened', direction: 'desc', pageSize: 100 } as const;
		const first = await listInformationPoints(database.db, where, { ...paging, page: 1 });
		const ids = new Set(first.rows.map(({ id }) => id));
		for (let page = 2; page <= first.pageCount; page++) {
			const { rows } = await listInformationPoints(database.db, where, { ...paging, page });
			for (const { id } of rows) ids.add(id);
		}
		expect(ids.size).toBe(first.total);
		const beyond = await listInformationPoints(database.db, where, { ...paging, page: 9_999 });
		expect(beyond.page).toBe(first.pageCount);
		expect(beyond.rows.length).toBeGreaterThan(0);
	});

	it('is sorted in both directions with the empty values last', async () => {
		for (const direction of ['asc', 'desc'] as const) {
			const { rows } = await listLibraries(database.db, whereOn('2020-06-30'), {
				...everything,
				sort: 'opened',
				direction
			});
			const days = rows.map(({ openedOn }) => openedOn);
			const filled = days.filter((day) => day !== null);
			expect(days.slice(filled.length).every((day) => day === null)).toBe(true);
			const sorted = [...filled].sort();
			expect(filled).toEqual(direction === 'asc' ? sorted : sorted.toReversed());
		}
	});
});
