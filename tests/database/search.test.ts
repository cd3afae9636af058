import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { searchSite } from '#lib/server/publish/search/search-site.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
});
afterAll(() => database.drop());
beforeEach(() => overwriteGetLocale(() => 'nl'));

const ask = (search: string | null) => searchSite(database.db, search, '2022-01-31');
/** What is found of a group: each name with why. */
const namesOf = async (search: string, id: string) =>
	(await ask(search)).groups
		.find((group) => group.id === id)
		?.items.map(({ label, why }) => `${label}: ${why}`) ?? [];

describe('a search over the whole site', () => {
	it('finds a library, a municipality and a place by name, and says why', async () => {
		expect(await namesOf('venlo', 'gemeenten')).toContain('Venlo: Gemeente met dit in de naam');
		expect((await namesOf('venlo', 'bibliotheken'))[0]).toBe(
			'Bibliotheek Venlo: Bibliotheek met dit in de naam'
		);
		expect((await namesOf('giethoorn', 'plaatsen'))[0]).toBe(
			'Giethoorn: Plaats in de gemeente Steenwijkerland: bekijk waar iemand daar terecht kan'
		);
		expect(await namesOf('Giethoorn', 'gemeenten')).toEqual([
			'Steenwijkerland: Gemeente met een plaats of een andere naam die zo heet'
		]);
	});

	it('means the province by its name, however it is written', async () => {
		for (const written of ['Limburg', 'provincie limburg', ' LIMBURG ']) {
			expect(await namesOf(written.trim(), 'provincies')).toEqual([
				'Limburg: Provincie met deze naam'
			]);
		}
	});

	it('finds a definition by its term first, and a page by what it answers', async () => {
		expect((await namesOf('witte vlek', 'definities'))[0]).toMatch(/^Witte vlekken: /);
		expect((await namesOf('verschoven', 'paginas'))[0]).toMatch(/^Vertraging: /);
	});

	it.each(['Gees', 'Bergen', 'Hengelo'])(
		'finds what is called so before longer names: %s',
		async (search) => {
			expect((await namesOf(search, 'plaatsen'))[0]).toMatch(new RegExp(`^${search}: `));
		}
	);

	it('shows a few of many, and leads to the whole list', async () => {
		const libraries = (await ask('bibliotheek')).groups.find(({ id }) => id === 'bibliotheken');
		expect(libraries?.items).toHaveLength(8);
		expect(libraries?.more?.href).toBe('/bibliotheken?zoek=bibliotheek');
	});

	it('suggests the nearest name for a typing error, and counts nothing as found', async () => {
		const { count, groups, near } = await ask('Amstredam');
		expect([count, groups]).toEqual([0, []]);
		expect(near.map(({ label }) => label)).toContain('Amsterdam');
	});

	it.each([
		['bibliotheek kampn', 'Kampen'],
		['biblioteek kampn', 'Kampen'],
		['IDO kampn', 'Kampen'],
		['gemeente zwole', 'Zwolle'],
		['library zwole', 'Zwolle']
	])('weighs no general word in what is nearest: %s', async (search, meant) => {
		expect((await ask(search)).near[0]?.label).toMatch(new RegExp(`(^| )${meant}$`));
	});

	it.each([
		['rijnbrnk', 'Rijnbrink'],
		['giethorn', 'Giethoorn'],
		['scheveningn', 'Scheveningen'],
		['Den Bosh', 'Den Bosch'],
		["'s-gravenhaeg", "'s-Gravenhage"],
		['wesep', 'Weesp'],
		// The village of Gees differs by as many letters.
		['geos', 'Goes'],
		['probilio', 'Probiblio']
	])('suggests for %s first what differs by a letter or two: %s', async (search, meant) => {
		expect((await ask(search)).near[0]?.label).toBe(meant);
	});

	it('suggests nothing for what resembles nothing', async () => {
		expect((await ask('xqzvwkj')).near).toEqual([]);
	});

	it.each(['Rijnbrink', 'POI rijnbrink'])('finds a POI by its name: %s', async (search) => {
		const found = (await ask(search)).groups.find(({ id }) => id === 'pois');
		expect(found?.items).toEqual([
			{
				href: '/bibliotheken?poi=rijnbrink',
				label: 'Rijnbrink',
				why: 'POI met deze naam: bekijk de bibliotheken die zij ondersteunt'
			}
		]);
	});

	it('compares general words where there are no others', async () => {
		expect((await ask('bibliotheekk')).near.length).toBeGreaterThan(0);
	});

	it.each([
		['Grunn', 'Groningen'],
		['grunnen', 'Groningen'],
		['Koevern', 'Coevorden'],
		['Gietern', 'Steenwijkerland'],
		['Eanske', 'Enschede'],
		['Venroj', 'Venray'],
		['Mestreech', 'Maastricht'],
		['Snits', 'Súdwest-Fryslân']
	])('knows the name %s of a place in its regional language', async (search, municipality) => {
		expect(await namesOf(search, 'gemeenten')).toEqual([
			`${municipality}: Gemeente met een plaats of een andere naam die zo heet`
		]);
	});

	it.each(['%', "'; drop table library; --", '🦄', 'x'.repeat(100)])(
		'answers what nothing is called: %s',
		async (search) => {
			expect((await ask(search)).groups).toEqual([]);
		}
	);

	it('leads from a subject to who deals with it', async () => {
		expect(await namesOf('boete', 'dienstverleners')).toEqual([
			'CJIB (Centraal Justitieel Incassobureau): Dienstverlener, gaat onder andere over boetes'
		]);
		expect(await namesOf('toeslag', 'dienstverleners')).toContain(
			'Belastingdienst: Dienstverlener, gaat onder andere over huurtoeslag, kinderopvangtoeslag, zorgtoeslag'
		);
		expect(await namesOf('SVB', 'dienstverleners')).toEqual([
			'SVB (Sociale Verzekeringsbank): Dienstverlener met dit in de naam'
		]);
	});

	it('finds nothing before anything is asked', async () => {
		expect(await ask(null)).toMatchObject({ count: 0, groups: [], near: [] });
	});
});
