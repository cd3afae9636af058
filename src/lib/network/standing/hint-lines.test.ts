import { describe, expect, it } from 'vitest';
import type { NearestOpen, SearchHints } from './search-hints.ts';
import { NO_FILTERS, type Cohort } from '#lib/base/selection/filters.ts';
import { hintLines } from './hint-lines.ts';

const steenwijk = { id: 7, name: 'Bibliotheek Steenwijk', km: 6.14 };
const meppel = { id: 8, name: 'Bibliotheek Meppel', km: 4.02 };
const giethoorn: NearestOpen = {
	place: 'Giethoorn',
	municipality: 'Steenwijkerland',
	nearest: steenwijk,
	own: steenwijk
};

const NONE = { count: 0, names: [] };
const NO_MATCHES = { libraries: NONE, municipalities: NONE, points: NONE };

function said(nearest: NearestOpen[], pastDay: string | null = null): string[] {
	const hints: SearchHints = {
		matches: NO_MATCHES,
		province: null,
		supportInstitute: null,
		meanings: [],
		near: [],
		nearest,
		pastDay
	};
	const dates = new URLSearchParams(pastDay ? { peildatum: pastDay } : {});
	return hintLines(hints, NO_FILTERS, () => '/', dates).map(
		({ text, link, end }) => `${text}${link ? ` [${link.label}](${link.href})` : ''}${end}`
	);
}

describe('about the nearest open information point it is said', () => {
	it('which it is and how far, with its dossier', () => {
		expect(said([giethoorn])).toEqual([
			'Het dichtstbijzijnde open informatiepunt bij Giethoorn is [Bibliotheek Steenwijk](/informatiepunten/7), op 6,1 km van het midden van de plaats (hemelsbreed, benaderd).'
		]);
	});

	it('which that of the municipality itself is, when another lies nearer', () => {
		expect(said([{ ...giethoorn, nearest: meppel }])).toEqual([
			'Het dichtstbijzijnde open informatiepunt bij Giethoorn is [Bibliotheek Meppel](/informatiepunten/8), op 4 km van het midden van de plaats (hemelsbreed, benaderd).',
			'In de gemeente Steenwijkerland zelf is dat [Bibliotheek Steenwijk](/informatiepunten/7), op 6,1 km.'
		]);
	});

	it('of a day that has passed, in the past, also that nothing was open', () => {
		expect(said([{ ...giethoorn, nearest: meppel, own: null }], '2020-06-30')).toEqual([
			'Op 30 juni 2020 was het dichtstbijzijnde open informatiepunt bij Giethoorn [Bibliotheek Meppel](/informatiepunten/8?peildatum=2020-06-30), op 4 km van het midden van de plaats (hemelsbreed, benaderd).',
			'In de gemeente Steenwijkerland zelf was toen geen informatiepunt open.'
		]);
		expect(said([{ ...giethoorn, nearest: null, own: null }], '2019-01-01')).toEqual([
			'Er was toen nergens een informatiepunt open.'
		]);
	});

	it('of two villages of one name, where each lies', () => {
		const other = { ...giethoorn, municipality: 'Elders' };
		expect(said([giethoorn, other]).map((line) => /bij (.*) is/.exec(line)?.[1])).toEqual([
			'Giethoorn (Steenwijkerland)',
			'Giethoorn (Elders)'
		]);
	});
});

describe('about what a search found it is said', () => {
	const lines = (
		search: string,
		matches: SearchHints['matches'] = NO_MATCHES,
		cohort: Cohort | null = null
	) =>
		hintLines(
			{
				...{ matches, province: null, supportInstitute: null, meanings: [], near: [], nearest: [] },
				pastDay: null
			},
			{ ...NO_FILTERS, search, cohort },
			({ cohort: asked }) => `/?cohort=${asked}`,
			new URLSearchParams()
		);

	it('which POI is called so, and that a name like that of a POI may be meant', () => {
		const rijnbrink = { slug: 'rijnbrink', name: 'Rijnbrink' };
		const linked = (more: Partial<SearchHints>) =>
			hintLines(
				{
					...{ matches: NO_MATCHES, province: null, supportInstitute: null, meanings: [] },
					...{ near: [], nearest: [], pastDay: null },
					...more
				},
				{ ...NO_FILTERS, search: 'rijnbrnk' },
				(filters) => `/?poi=${filters.supportInstitute}&zoek=${filters.search}`,
				new URLSearchParams()
			).map(({ text, link }) => [text, link?.label, link?.href]);
		expect(linked({ supportInstitute: rijnbrink })).toEqual([
			['Zoekt u de bibliotheken van een POI? Ga naar', 'Rijnbrink', '/?poi=rijnbrink&zoek=null']
		]);
		const near = [
			{ name: 'Rijnbrink', supportInstitute: 'rijnbrink' },
			{ name: 'Rijnsburg', supportInstitute: null }
		];
		expect(linked({ near })).toEqual([
			['Bedoelt u', 'Rijnbrink', '/?poi=rijnbrink&zoek=null'],
			['Bedoelt u', 'Rijnsburg', '/?poi=null&zoek=Rijnsburg']
		]);
	});

	it('in whose names the words stand, by name when they are few', () => {
		const libraries = { count: 2, names: ['AanZet', 'KopGroep Bibliotheken'] };
		expect(
			lines('a', { libraries, municipalities: { count: 40, names: [] }, points: NONE })[0]?.text
		).toBe(
			'‘a’ staat in de naam of plaats van 2 bibliotheken (AanZet; KopGroep Bibliotheken) en de naam van 40 gemeenten of van een plaats of vroegere gemeente daarin. Gemeenten, bibliotheken en locaties die daarbij horen, tellen ook mee.'
		);
		expect(lines('xyz')).toEqual([]);
	});

	it('which groups are called so, because a group is no name', () => {
		const hrefs = (...given: Parameters<typeof lines>) =>
			lines(...given).map(({ link }) => link?.href);
		expect(hrefs('KOPGROEP')).toEqual(['/?cohort=kopgroep_2019']);
		expect(hrefs('uitrol')).toEqual(['/?cohort=uitrol_2020', '/?cohort=uitrol_2021']);
		expect(hrefs('kop')).toEqual([]);
		expect(hrefs('kopgroep', NO_MATCHES, 'kopgroep_2019')).toEqual([]);
	});
});
