import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseView } from '#lib/base/selection/view.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import type { ToolkitItem } from '#lib/programme/toolkit/toolkit.ts';
import { aspectsOf, countStandings, gapsOf, STANDINGS } from './aspects.ts';
import { aspectFigure, leadSentence, libraryFigure, provinceFigure } from './figures.ts';
import { countTrained, FEWEST_SHOWN, shownTrained } from './trained.ts';
import type { Equipment, EquippedLibrary } from './types.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const ITEMS: ToolkitItem[] = ['flyer-partners', 'posters'].map((code) => ({
	...{ code, name: { nl: code, en: code }, audience: 'publiek', where: null },
	...{ source: 'test', confidence: 'sourced' }
}));

const library = (change: Partial<EquippedLibrary> = {}): EquippedLibrary => ({
	...{ slug: 'a', name: 'A', province: 'Limburg', items: {}, elearning: null, training: null },
	...{ trained: null, points: 0, checked: 0 },
	...change
});

const equipment = (libraries: EquippedLibrary[]): Equipment => ({
	view: parseView(new URLSearchParams(), '2022-01-31').view,
	...{ today: '2022-01-31', demoData: false, items: ITEMS, libraries, films: [] }
});

describe('how a thing stands at a library', () => {
	it.each<[Partial<EquippedLibrary>, string[]]>([
		[{}, ['unknown', 'unknown', 'missing', 'missing', 'not_needed']],
		[
			{ items: { 'flyer-partners': 'aanwezig', posters: 'besteld' }, elearning: 'achieved' },
			['there', 'coming', 'there', 'missing', 'not_needed']
		],
		[
			{ items: { posters: 'niet_nodig' }, training: 'not_applicable', points: 2, checked: 1 },
			['unknown', 'not_needed', 'missing', 'not_needed', 'missing']
		],
		[
			{ items: { posters: 'afwezig' }, points: 2, checked: 2 },
			['unknown', 'missing', 'missing', 'missing', 'there']
		]
	])('of %j is %j', (change, standings) => {
		const aspects = aspectsOf(ITEMS);
		expect(aspects.map(({ standingOf }) => standingOf(library(change)))).toEqual(standings);
	});

	it('counts every library once for each thing', () => {
		const some = fc.array(
			fc.record({
				items: fc.record(
					{ posters: fc.constantFrom('aanwezig', 'besteld', 'afwezig', 'niet_nodig') },
					{ requiredKeys: [] }
				),
				points: fc.constantFrom(0, 2),
				checked: fc.constantFrom(0, 1, 2)
			})
		);
		fc.assert(
			fc.property(some, (changes) => {
				const libraries = changes.map((change) => library(change as Partial<EquippedLibrary>));
				for (const aspect of aspectsOf(ITEMS)) {
					const counts = countStandings(libraries, aspect);
					expect(STANDINGS.reduce((sum, one) => sum + counts[one], 0)).toBe(libraries.length);
				}
			})
		);
	});

	it('tells apart what is missing and what nobody said', () => {
		const { missing, unknown } = gapsOf(library(), aspectsOf(ITEMS));
		expect(missing.map(({ key }) => key)).toEqual(['elearning', 'training']);
		expect(unknown.map(({ key }) => key)).toEqual(['flyer_partners', 'posters']);
	});
});

describe('trained people', () => {
	it.each<[number | null, number | null]>([
		[null, null],
		[0, 0],
		[1, null],
		[4, null],
		[5, 5],
		[12, 12]
	])('%s of a library are shown as %s', (trained, shown) => {
		expect(shownTrained({ trained })).toBe(shown);
	});

	it('of a small team cannot be found by subtracting the others from a sum', () => {
		const some = fc.array(fc.record({ trained: fc.option(fc.nat(12)) }));
		fc.assert(
			fc.property(some, fc.integer({ min: 1, max: FEWEST_SHOWN - 1 }), (libraries, small) => {
				const { people, few } = countTrained([...libraries, { trained: small }]);
				expect(people).toBe(countTrained(libraries).people);
				expect(few).toBe(countTrained(libraries).few + 1);
			})
		);
	});
});

describe('the page in words and tables', () => {
	const LIBRARIES = [
		library({ training: 'achieved', trained: 12, points: 3, checked: 2 }),
		library({ slug: 'b', name: 'B', trained: 3, points: 1, checked: 1 }),
		library({ slug: 'c', name: 'C', province: 'Drenthe', items: { posters: 'aanwezig' } })
	];

	it('reads out training, people and G!DS', () => {
		expect(leadSentence({ libraries: LIBRARIES })).toBe(
			'Bij 1 van de 3 bibliotheken is de vaardigheidstraining gevolgd. Van 2 bibliotheken is bekend hoeveel mensen er getraind zijn; de som is 12. Van 3 van de 4 open punten is de vermelding in G!DS gecontroleerd.'
		);
		expect(leadSentence({ libraries: [LIBRARIES[2]!] })).toBe(
			'Dat de bibliotheek de vaardigheidstraining heeft gevolgd, is niet vastgelegd. Van geen bibliotheek is bekend hoeveel mensen er getraind zijn (niet vastgesteld in bron).'
		);
		expect(leadSentence({ libraries: [] })).toBe('In deze selectie is geen bibliotheek.');
	});

	it('says of one library what it has, not how many of the one', () => {
		const one = library({ training: 'achieved', points: 1, checked: 1 });
		expect(leadSentence({ libraries: [one] })).toMatch(
			/^De bibliotheek heeft de vaardigheidstraining gevolgd\..* Van het open punt is de vermelding in G!DS gecontroleerd\.$/
		);
		const whole = library({ ...one, items: { 'flyer-partners': 'aanwezig', posters: 'aanwezig' } });
		const lacking = [whole, library()].map(
			(each) => libraryFigure(equipment([{ ...each, elearning: each.training }])).sentence
		);
		expect(lacking).toEqual([
			'Er is niets vastgelegd dat bij de bibliotheek ontbreekt.',
			'Bij de bibliotheek ontbreekt iets of is iets onderweg.'
		]);
	});

	it('has a row for each thing, province and library', () => {
		const all = equipment(LIBRARIES);
		expect(aspectFigure(all).table.rows[1]).toEqual(['posters', 1, 0, 0, 0, 2, 3]);
		expect(provinceFigure(all).table.rows).toEqual([
			['Drenthe', 1, 0, 1, 0, 0, 0, null, 0, 0, 0, 0],
			['Limburg', 2, 0, 0, 0, 1, 1, 12, 2, 1, 4, 3]
		]);
		const [, b] = libraryFigure(all).table.rows;
		expect(b?.slice(7)).toEqual([
			...[null, 'ja', 1, 1, 'E-learning gevolgd, Vaardigheidstraining gevolgd'],
			'flyer-partners, posters'
		]);
	});
});
