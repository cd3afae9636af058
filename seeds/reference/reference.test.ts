import { describe, expect, it } from 'vitest';
import { holdsOn, type Day } from '#lib/base/day/day.ts';
import { inhabitantsOn } from './municipalities.ts';
import { lastDayOf } from './published-figures.ts';
import { readReference } from './reference.ts';
import { slugify } from './slug.ts';

const reference = readReference();
const DAYS: Day[] = [
	'2019-01-01',
	'2020-01-01',
	'2020-12-31',
	'2021-01-01',
	'2021-12-31',
	'2022-01-01',
	'2022-03-23',
	'2022-03-24',
	'2022-12-31'
];

const nameOf = (code: string) => reference.municipalities.find((row) => row.code === code)?.name;
const areasOn = (day: Day) => reference.workAreas.filter((row) => holdsOn(row, day));

function share(library: string, municipality: string, day: Day): number | undefined {
	return areasOn(day).find(
		(row) => row.library === library && nameOf(row.municipalityCode) === municipality
	)?.share;
}

describe('municipalities', () => {
	it.each([
		['2019-01-01', 355],
		['2020-12-31', 355],
		['2021-01-01', 352],
		['2022-01-01', 345],
		['2022-03-24', 344]
	])('on %s there are %i', (day, count) => {
		expect(reference.municipalities.filter((row) => holdsOn(row, day))).toHaveLength(count);
	});

	it.each(DAYS)('have the same inhabitants together on %s', (day) => {
		const inhabitants = inhabitantsOn(reference.populations, day);
		const sum = reference.municipalities
			.filter((row) => holdsOn(row, day))
			.reduce((total, row) => total + (inhabitants.get(row.code) ?? 0), 0);
		expect(sum).toBe(17_427_806);
	});

	it('lie between their predecessors when they are new', () => {
		const eemsdelta = reference.municipalities.find((row) => row.code === 'GM1979');
		expect(eemsdelta?.lat).toBeGreaterThan(53.3173);
		expect(eemsdelta?.lat).toBeLessThan(53.3405);
	});

	it('say whether a missing library is known or only not found', () => {
		const provision = (name: string) =>
			reference.municipalities.find((row) => row.name === name)?.libraryProvision;
		expect([provision('Uitgeest'), provision('Renswoude'), provision('Venlo')]).toEqual([
			'none',
			'unknown',
			'served'
		]);
	});
});

describe('library organisations', () => {
	it.each([
		['2019-01-01', 138],
		['2020-01-01', 137],
		['2021-12-31', 137],
		['2022-01-01', 136]
	])('on %s there are %i', (day, count) => {
		const active = reference.libraries.filter((row) =>
			holdsOn({ validFrom: row.activeFrom, validTo: row.activeTo }, day)
		);
		expect(active).toHaveLength(count);
	});

	it('count fifteen in the kopgroep, and KopGroep Bibliotheken is not one of them', () => {
		const kopgroep = reference.libraries.filter((row) => row.cohort === 'kopgroep_2019');
		expect(kopgroep).toHaveLength(15);
		expect(kopgroep.map((row) => row.name)).not.toContain('KopGroep Bibliotheken');
		expect(kopgroep.every((row) => row.template === 'kopgroep')).toBe(true);
	});

	it('have addresses that can be typed', () => {
		expect(slugify('Bibliotheek Kerkrade e.o. (HuB)')).toBe('bibliotheek-kerkrade-eo-hub');
		expect(slugify('Bibliotheek Lek & IJssel')).toBe('bibliotheek-lek-en-ijssel');
		expect(slugify("Bibliotheek 's-Hertogenbosch (Babel / Huis73)")).toBe(
			'bibliotheek-s-hertogenbosch-babel-huis73'
		);
	});
});

describe('work areas', () => {
	it.each(DAYS)('share no municipality more than once on %s', (day) => {
		const sums = Map.groupBy(areasOn(day), (row) => row.municipalityCode);
		for (const rows of sums.values()) {
			expect(rows.reduce((sum, row) => sum + row.share, 0)).toBeLessThanOrEqual(1.000_000_1);
		}
	});

	it.each(DAYS)('name only municipalities and libraries that exist on %s', (day) => {
		const municipalities = new Set(
			reference.municipalities.filter((row) => holdsOn(row, day)).map((row) => row.code)
		);
		const libraries = new Set(
			reference.libraries
				.filter((row) => holdsOn({ validFrom: row.activeFrom, validTo: row.activeTo }, day))
				.map((row) => row.slug)
		);
		const strays = areasOn(day).filter(
			(row) => !municipalities.has(row.municipalityCode) || !libraries.has(row.library)
		);
		expect(strays).toEqual([]);
	});

	it('give Buren to Rivierenland from 2021', () => {
		expect(share('bibliotheek-rivierenland', 'Buren', '2020-12-31')).toBeUndefined();
		expect(share('bibliotheek-rivierenland', 'Buren', '2021-01-01')).toBe(1);
	});

	it('follow a merger of libraries', () => {
		expect(share('bibliotheek-vannu', 'Roosendaal', '2019-12-31')).toBe(1);
		expect(share('bibliotheek-vannu', 'Roosendaal', '2020-01-01')).toBeUndefined();
		expect(share('bibliotheek-west-brabant', 'Roosendaal', '2020-01-01')).toBe(1);
		expect(share('bibliotheek-eindhoven', 'Best', '2021-12-31')).toBeUndefined();
		expect(share('bibliotheek-eindhoven', 'Best', '2022-01-01')).toBe(1);
	});

	it('follow a merger of municipalities, by inhabitants', () => {
		expect(share('biblionet-groningen', 'Eemsdelta', '2021-01-01')).toBe(1);
		const inhabitants = new Map(
			reference.populations.map((row) => [nameOf(row.municipalityCode), row.inhabitants])
		);
		const heerhugowaard = inhabitants.get('Heerhugowaard')!;
		const both = heerhugowaard + inhabitants.get('Langedijk')!;
		expect(share('bibliotheek-kennemerwaard', 'Dijk en Waard', '2022-01-01')).toBeCloseTo(
			heerhugowaard / both,
			4
		);
		expect(share('bibliotheek-langedijk', 'Dijk en Waard', '2022-12-31')).toBeCloseTo(
			1 - heerhugowaard / both,
			4
		);
	});

	it('leave the part unserved that came from a municipality without library', () => {
		expect(share('bibliotheek-s-hertogenbosch-babel-huis73', 'Boxtel', '2020-12-31')).toBe(1);
		const after = share('bibliotheek-s-hertogenbosch-babel-huis73', 'Boxtel', '2021-01-01');
		expect(after).toBeGreaterThan(0.9);
		expect(after).toBeLessThan(1);
	});
});

describe('a published date', () => {
	it.each([
		['2020', '2020-12-31'],
		['2021-11', '2021-11-30'],
		['2021-02', '2021-02-28'],
		['2019-2022', '2022-12-31'],
		['2021-01-01/2021-04-28', '2021-04-28'],
		['2021-06-24', '2021-06-24']
	])('%s means %s at the latest', (dated, day) => {
		expect(lastDayOf(dated)).toBe(day);
	});
});
