import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distanceKm } from '#lib/base/map/distance.ts';
import type { Day } from '#lib/base/day/day.ts';
import { listInformationPoints } from '#lib/server/network/standing/list-information-points.ts';
import { listLibraries } from '#lib/server/network/standing/list-libraries.ts';
import { listMapPoints } from '#lib/server/network/standing/list-map-points.ts';
import { listMunicipalities } from '#lib/server/network/standing/list-municipalities.ts';
import { municipalityDays } from '#lib/server/base/selection/filter-days.ts';
import { readSearchHints } from '#lib/server/network/standing/read-search.ts';
import type { Where } from '#lib/server/base/selection/where.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';

const TODAY: Day = '2022-01-31';
let database: TestDatabase;

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());

const searchFor = (search: string, validOn: Day = TODAY): Where => ({
	asOf: { validOn, knownOn: null },
	today: TODAY,
	filters: { ...NO_FILTERS, search }
});
const all = { sort: 'name', direction: 'asc', page: 1, pageSize: 1000 } as const;

async function namesFor(search: string, day?: Day): Promise<string[]> {
	const rows = await listMunicipalities(database.db, searchFor(search, day));
	return rows.map(({ name }) => name);
}

describe('a search finds', () => {
	it.each([
		['den bosch', "'s-Hertogenbosch"],
		['Den Haag', "'s-Gravenhage"],
		['’s-gravenhage', "'s-Gravenhage"],
		['Scheveningen', "'s-Gravenhage"],
		['Giethoorn', 'Steenwijkerland'],
		['Ljouwert', 'Leeuwarden'],
		['it hearrenfean', 'Heerenveen'],
		['Smellingerlan', 'Smallingerland'],
		['De Friese Meren', 'De Fryske Marren'],
		['Damwoude', 'Dantumadiel'],
		['Menaldumadeel', 'Waadhoeke'],
		['Bussum', 'Gooise Meren'],
		['bergen (l.)', 'Bergen (L.)'],
		['Uden', 'Maashorst'],
		['Beemster', 'Purmerend']
	])('by "%s" the municipality %s', async (search, municipality) => {
		expect(await namesFor(search)).toContain(municipality);
	});

	it('a village in the municipality of the day', async () => {
		expect(await namesFor('Haaren', '2020-06-30')).toEqual(['Haaren']);
		expect(await namesFor('Haaren')).toEqual(
			expect.arrayContaining(['Oisterwijk', 'Boxtel', 'Tilburg', 'Vught'])
		);
		expect(await namesFor('Volkel', '2021-12-31')).toEqual(['Uden']);
		expect(await namesFor('Volkel', '2022-01-01')).toEqual(['Maashorst']);
	});

	it.each(['fryslan', 'Fryslân', 'Friesland', 'provincie friesland'])(
		'by "%s" the municipalities of that province, and no other',
		async (search) => {
			const rows = await listMunicipalities(database.db, searchFor(search));
			expect(new Set(rows.map(({ provinceSlug }) => provinceSlug))).toEqual(new Set(['fryslan']));
			// The CBS counts eighteen since 2019.
			expect(rows).toHaveLength(18);
		}
	);

	it.each([
		['Noord-Holland', 'noord-holland'],
		['zuid holland', 'zuid-holland'],
		['provincie utrecht', 'utrecht']
	])('by "%s" the province %s', async (search, province) => {
		const rows = await listMunicipalities(database.db, searchFor(search));
		expect(rows.length).toBeGreaterThan(20);
		expect(new Set(rows.map(({ provinceSlug }) => provinceSlug))).toEqual(new Set([province]));
	});

	it('a town that bears the name of its province as a town', async () => {
		const names = await namesFor('Utrecht');
		expect(names).toContain('Utrecht');
		expect(names).not.toContain('Amersfoort');
	});

	it('what stood in a municipality before it became part of another, and not what it joined before', async () => {
		const onDay = (day: Day) =>
			listInformationPoints(database.db, searchFor('langedijk', day), all);
		const [before, after] = [await onDay('2021-12-31'), await onDay('2022-01-01')];
		const codes = (page: typeof before) => page.rows.map(({ municipality }) => municipality.code);
		expect(new Set(codes(before))).toEqual(new Set(['GM0416']));
		expect(new Set(codes(after))).toEqual(new Set(['GM1980']));
		expect(await namesFor('Weesp')).toEqual(['Weesp']);
		expect(await namesFor('Weesp', '2022-01-30')).not.toContain('Amsterdam');
	});

	it('libraries and locations of a village', async () => {
		const libraries = await listLibraries(database.db, searchFor('Scheveningen'), all);
		expect(libraries.rows.map(({ name }) => name)).toEqual(['Bibliotheek Den Haag']);
		const points = await listInformationPoints(database.db, searchFor('Scheveningen'), all);
		expect(points.total).toBeGreaterThan(0);
		expect(new Set(points.rows.map(({ municipality }) => municipality.name))).toEqual(
			new Set(["'s-Gravenhage"])
		);
	});
});

const hintsFor = async (search: string, day?: Day) => {
	const where = searchFor(search, day);
	const { total } = await listLibraries(database.db, where, all);
	return readSearchHints(database.db, where, total);
};

describe('about a search it is said', () => {
	it('in whose names its words stand', async () => {
		const found = (await hintsFor('Giethoorn'))?.matches;
		expect(found?.municipalities).toEqual({ count: 1, names: ['Steenwijkerland'] });
		expect(found?.libraries).toEqual({ count: 0, names: [] });
		const { libraries } = (await hintsFor('kopgroep'))!.matches;
		expect(libraries).toEqual({ count: 1, names: [expect.stringMatching(/kopgroep/i)] });
		// What is found by its names is among all that is found.
		const de = (await hintsFor('de'))!.matches;
		const { total } = await listLibraries(database.db, searchFor('de'), all);
		expect(de.libraries.count).toBeGreaterThan(3);
		expect(de.libraries.count).toBeLessThanOrEqual(total);
		expect(de.libraries.names).toEqual([]);
	});

	it.each([
		['Giethoorn', 'place', 'Steenwijkerland'],
		['den bosch', 'other', "'s-Hertogenbosch"],
		['uden', 'former', 'Maashorst'],
		['Bussum', 'former', 'Gooise Meren']
	])('what %s is', async (search, kind, municipality) => {
		const hints = await hintsFor(search);
		expect(hints?.meanings).toEqual([
			{ name: expect.anything(), kind, municipality, code: expect.stringMatching(/^GM/) }
		]);
		expect(hints?.near).toEqual([]);
	});

	it('nothing where the name is that of the municipality', async () => {
		expect((await hintsFor('Uden', '2021-12-31'))?.meanings).toEqual([]);
		expect((await hintsFor('Venlo'))?.meanings).toEqual([]);
	});

	it.each([
		['amstredam', 'Amsterdam'],
		['Giethorn', 'Giethoorn'],
		['scheveninegn', 'Scheveningen'],
		['Leeuwaarden', 'Leeuwarden'],
		['zwolel', 'Zwolle'],
		['gronigen', 'Groningen'],
		['fryslaan', 'Fryslân']
	])('which name is nearest to %s', async (search, name) => {
		expect((await hintsFor(search))?.near[0]?.name).toBe(name);
	});

	it.each(['Rijnbrink', 'poi rijnbrink'])(
		'which POI is called so, and then no name that looks like it: %s',
		async (search) => {
			const { supportInstitute, near } = (await hintsFor(search))!;
			expect([supportInstitute, near]).toEqual([{ slug: 'rijnbrink', name: 'Rijnbrink' }, []]);
		}
	);

	it('which province is called so, also where a town is', async () => {
		expect((await hintsFor('Utrecht'))?.province?.slug).toBe('utrecht');
		expect((await hintsFor('friesland'))?.province?.slug).toBe('fryslan');
		expect((await hintsFor('Venlo'))?.province).toBeNull();
	});
});

describe('the nearest open point of a place', () => {
	/** The same told by looking at every point of the list of that day. */
	async function nearestByHand(place: string, day: Day, within?: string) {
		const from = await database.db
			.selectFrom('place')
			.select(['lat', 'lon'])
			.where('name', '=', place)
			.executeTakeFirstOrThrow();
		const where = { ...searchFor('', day), filters: { ...NO_FILTERS, statuses: ['realised'] } };
		const points = await listMapPoints(database.db, where as Where);
		const measured = points
			.filter(({ municipalityCode }) => !within || municipalityCode === within)
			.map((point) => ({ name: point.name, km: distanceKm(from, point) }));
		return measured.toSorted((a, b) => a.km - b.km)[0];
	}

	it.each([
		['Giethoorn', '2022-01-31'],
		['Giethoorn', '2020-06-30'],
		['Hollum', '2021-06-30'],
		['Scheveningen', '2021-12-31'],
		['Urk', '2020-03-01']
	])('%s on %s is the one at the least distance of all', async (place, day) => {
		const hints = await hintsFor(place, day);
		const [found] = hints!.nearest;
		expect(found?.place).toBe(place);
		const byHand = await nearestByHand(place, day);
		expect(found?.nearest).toMatchObject({ name: byHand!.name, km: expect.closeTo(byHand!.km, 6) });
		expect(hints?.pastDay).toBe(day < TODAY ? day : null);
	});

	it('and that of its own municipality when that lies further away, whatever is filtered', async () => {
		const hints = await readSearchHints(
			database.db,
			{
				...searchFor('Giethoorn'),
				filters: { ...NO_FILTERS, search: 'Giethoorn', province: 'limburg' }
			},
			0
		);
		const [found] = hints!.nearest;
		const own = await nearestByHand('Giethoorn', TODAY, 'GM1708');
		const all = await nearestByHand('Giethoorn', TODAY);
		expect(found?.own?.name).toBe(own?.name);
		expect(found?.nearest?.name).toBe(all?.name);
	});

	it('there is none before the first opened, and none without a place', async () => {
		const [found] = (await hintsFor('Giethoorn', '2019-01-01'))!.nearest;
		expect(found).toEqual({
			...{ place: 'Giethoorn', municipality: 'Steenwijkerland' },
			...{ nearest: null, own: null }
		});
		expect((await hintsFor('biblionet'))?.nearest).toEqual([]);
	});
});

describe('one rule for what is found', () => {
	it.each([
		'den bosch',
		'fryslan',
		'haaren',
		'volkel',
		'uden',
		'utrecht',
		'beemster',
		'den',
		'xyz'
	])('the curves find by "%s" on each day what the lists of that day find', async (search) => {
		const days: Day[] = ['2019-07-01', '2020-12-31', '2021-01-01', '2021-12-31', '2022-01-31'];
		const shown = municipalityDays(searchFor(search));
		for (const day of days) {
			const rows = await listMunicipalities(database.db, searchFor(search, day));
			const onDay = await sql<{ code: string }>`
					select code from municipality where ${shown} @> ${day}::date`.execute(database.db);
			expect(onDay.rows.map(({ code }) => code).sort()).toEqual(
				rows.map(({ code }) => code).sort()
			);
		}
	});
});
