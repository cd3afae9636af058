import { describe, expect, it, beforeEach } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { instituteFigure, leadSentence, libraryTable } from './figures.ts';
import { groupsBy, together } from './groups.ts';
import type { Freshness, LibraryLook } from './types.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const library = (name: string, institute: string, lastOn: string | null): LibraryLook => ({
	...{ slug: name.toLowerCase(), name, institute, province: 'Gelderland', lastOn }
});

/** Counted to 1 March 2021: 1, 10, 57 and 56 days ago, and never. */
const libraries = [
	library('Nooit', 'Cubiss', null),
	library('Lang', 'Cubiss', '2021-01-03'),
	library('Net', 'Rijnbrink', '2021-01-04'),
	library('Kort', 'Cubiss', '2021-02-19'),
	library('Gisteren', 'Cubiss', '2021-02-28')
];

const freshness = (of: Partial<Freshness> = {}): Freshness =>
	({
		...{ countedTo: '2021-03-01', silentWeeks: 8, libraries },
		every: { institute: [], province: [] },
		...of
	}) as Freshness;

describe('libraries by their last look', () => {
	it('are silent after more than the weeks set, and when nobody ever looked', () => {
		expect(together(freshness())).toMatchObject({ libraries: 5, silent: 2, never: 1, longest: 57 });
		expect(together(freshness({ silentWeeks: 9 }))).toMatchObject({ silent: 1 });
	});

	it('have a median per POI of what was ever looked at, the longest first', () => {
		expect(groupsBy('institute', freshness())).toMatchObject([
			{ name: 'Rijnbrink', libraries: 1, median: 56, silent: 0, never: 0 },
			{ name: 'Cubiss', libraries: 4, median: 10, longest: 57, silent: 2, never: 1 }
		]);
	});

	it('keep a group without any library, with its zeros, last', () => {
		const every = { institute: ['Cubiss', 'Probiblio', 'Rijnbrink'], province: [] };
		expect(groupsBy('institute', freshness({ every })).at(-1)).toEqual({
			...{ name: 'Probiblio', libraries: 0, median: null, longest: null, silent: 0, never: 0 }
		});
	});

	it.each<[string, Partial<Freshness>]>([
		['Op 1 maart 2021 had langer dan 8 weken niemand gekeken naar 2 van de 5 bibliotheken.', {}],
		[
			'Op 1 maart 2021 was in de 8 weken ervoor naar deze bibliotheek gekeken.',
			{ libraries: libraries.slice(-1) }
		],
		[
			'Op 1 maart 2021 had langer dan 1 week niemand naar deze bibliotheek gekeken.',
			{ libraries: libraries.slice(1, 2), silentWeeks: 1 }
		],
		[
			'Op 1 maart 2021 was in de 2 weken ervoor naar alle 2 bibliotheken gekeken.',
			{ libraries: libraries.slice(-2), silentWeeks: 2 }
		],
		['Op 1 maart 2021 had nog nooit iemand hier gekeken.', { libraries: libraries.slice(0, 1) }],
		['In deze selectie zijn geen bibliotheken.', { libraries: [] }]
	])('say: %s', (sentence, of) => {
		expect(leadSentence(freshness(of))).toBe(sentence);
	});

	it('name the POI where it is longest ago, unless two are alike', () => {
		expect(instituteFigure(freshness()).sentence).toBe(
			'Het langst geleden is het bij Rijnbrink: de helft van de bibliotheken is daar 56 dagen geleden of eerder bekeken.'
		);
		const alike = [library('A', 'Cubiss', '2021-02-19'), library('B', 'Rijnbrink', '2021-02-19')];
		expect(instituteFigure(freshness({ libraries: alike })).sentence).not.toContain('langst');
	});

	it('are the rows behind every figure', () => {
		const { rows } = libraryTable(freshness()).table;
		expect(rows.map((row) => [row[0], row[4], row[5]])).toEqual([
			['Nooit', null, 'ja'],
			['Lang', 57, 'ja'],
			['Net', 56, 'nee'],
			['Kort', 10, 'nee'],
			['Gisteren', 1, 'nee']
		]);
	});
});
