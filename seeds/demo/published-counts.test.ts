import { describe, expect, it } from 'vitest';
import { holdsOn, type Day } from '#lib/base/day/day.ts';
import { toldStory } from '#tests/factories/told-story.ts';

const {
	reference,
	activeOn,
	inMunicipality,
	locations,
	opened,
	openedOn,
	organisations,
	realised,
	story,
	townsOpenedOn
} = toldStory();

describe('the published counts', () => {
	it.each([
		['2019-07-01', 15, 15],
		['2019-12-31', 29, 15],
		['2020-12-31', 73, 39]
	])('on %s are %i locations in %i organisations', (day, count, libraries) => {
		expect(locations(day)).toHaveLength(count);
		expect(organisations(day)).toBe(libraries);
	});

	it('are 199 the day before the 200th, which opens alone', () => {
		expect(locations('2021-06-23')).toHaveLength(199);
		expect(locations('2021-06-24')).toHaveLength(200);
		expect(townsOpenedOn('2021-06-24')).toEqual(['Oegstgeest']);
	});

	it('are about 400 on 29 November and 439 at the end of 2021', () => {
		expect(locations('2021-11-29').length).toBeGreaterThanOrEqual(385);
		expect(locations('2021-11-29').length).toBeLessThanOrEqual(415);
		expect(locations('2021-12-31')).toHaveLength(439);
	});

	it('leave one to ten organisations without a point at the end of 2021, and none of 136 in 2022', () => {
		const missing = activeOn('2021-12-31').length - organisations('2021-12-31');
		expect(missing).toBeGreaterThanOrEqual(1);
		expect(missing).toBeLessThanOrEqual(10);
		expect(activeOn('2022-01-01')).toHaveLength(136);
		expect(organisations('2022-12-31')).toBe(136);
		expect(locations('2022-12-31')).toHaveLength(664);
	});

	it('leave points outside a library to the municipalities', () => {
		const outside = realised('2022-12-31').filter((state) => !state.isInLibrary);
		expect(outside.length).toBeGreaterThan(5);
		expect(realised('2022-12-31').length - outside.length).toBe(664);
		expect(inMunicipality(outside, 'Buren')).toHaveLength(1);
	});
});

describe('the known openings', () => {
	const kopgroep = reference.libraries
		.filter((row) => row.cohort === 'kopgroep_2019')
		.map((row) => row.slug)
		.sort();

	it('begin with one point of each of the kopgroep', () => {
		const first = locations('2019-07-01');
		expect(first.map((state) => state.library).sort()).toEqual(kopgroep);
		const named = first.filter((state) => !state.point.invented).map((state) => state.point.town);
		expect(named.sort()).toEqual(['Dalfsen', 'Kaatsheuvel', 'Venlo']);
	});

	it('stand in the work area of their kopgroep library', () => {
		const area = (slug: string) =>
			reference.workAreas
				.filter((row) => row.library === slug && holdsOn(row, '2019-07-01'))
				.map((row) => row.municipalityCode);
		const strays = locations('2019-07-01').filter(
			(state) => !area(state.library).includes(state.municipalityCode)
		);
		expect(strays).toEqual([]);
	});

	it('are only of kopgroep libraries in 2019, Tiel and Beneden-Leeuwen among them', () => {
		const libraries = new Set(locations('2019-12-31').map((state) => state.library));
		expect([...libraries].sort()).toEqual(kopgroep);
		expect(townsOpenedOn('2019-11-27')).toEqual(
			expect.arrayContaining(['Tiel', 'Beneden-Leeuwen'])
		);
	});

	it.each([
		['2020-03-04', ['Oss', 'Uden', 'Veghel']],
		['2020-12-10', ['Drachten']],
		['2021-06-09', ['Epe', 'Loon op Zand']],
		['2021-07-01', ['Veldhoven']],
		['2021-09-16', ['Hoorn']],
		['2021-11-01', ['Appingedam', 'Winsum']]
	])('on %s include %j', (day, towns) => {
		expect(townsOpenedOn(day)).toEqual(expect.arrayContaining(towns));
	});

	it('make two in Loon op Zand on 9 June 2021 and one in Hardenberg in November', () => {
		expect(inMunicipality(locations('2021-06-09'), 'Loon op Zand')).toHaveLength(2);
		expect(inMunicipality(locations('2021-11-01'), 'Hardenberg')).toHaveLength(1);
		expect(inMunicipality(locations('2021-11-30'), 'Hardenberg')).toHaveLength(1);
	});

	it('make Hoorn the tenth in West-Friesland', () => {
		const region = 'Drechterland;Enkhuizen;Hoorn;Koggenland;Medemblik;Opmeer;Stede Broec'.split(
			';'
		);
		const count = (day: Day) =>
			region.reduce((sum, name) => sum + inMunicipality(locations(day), name).length, 0);
		expect(count('2021-09-15')).toBe(9);
		expect(count('2021-09-16')).toBe(10);
	});

	it('are eight in the province of Groningen on 1 November 2021, in eight places', () => {
		const groningen = openedOn('2021-11-01').filter((point) => {
			const code = point.periods.find((period) => holdsOn(period, '2021-11-01'))?.municipalityCode;
			return reference.municipalities.find((row) => row.code === code)?.provinceCode === 'PV20';
		});
		expect(new Set(groningen.map((point) => point.town)).size).toBe(8);
		expect(groningen).toHaveLength(8);
	});

	it('are six in Súdwest-Fryslân by the end of 2021, the first of their library among them', () => {
		const ofLibrary = locations('2021-12-31').filter(
			(state) => state.library === 'bibliotheken-mar-en-fean'
		);
		expect(inMunicipality(ofLibrary, 'Súdwest-Fryslân').length).toBeGreaterThanOrEqual(6);
		expect(locations('2020-12-31').map((state) => state.library)).not.toContain(
			'bibliotheken-mar-en-fean'
		);
	});

	it('say how exactly their day is known', () => {
		const precision = (town: string) =>
			opened.find(
				(event) =>
					'point' in event.subject &&
					story.points.find(({ key }) => 'point' in event.subject && key === event.subject.point)
						?.town === town
			)?.datePrecision;
		expect([precision('Sneek'), precision('Lochem'), precision('Venlo')]).toEqual([
			'year',
			'month',
			'day'
		]);
	});
});

describe('no opening', () => {
	it('falls in the first lockdown, and those in the second are small', () => {
		const between = (from: Day, to: Day) =>
			opened.filter((event) => from <= event.effectiveOn && event.effectiveOn <= to);
		expect(between('2020-03-16', '2020-05-17')).toEqual([]);
		const small = between('2020-12-15', '2021-05-19').map((event) => event.openingForm);
		expect(new Set(small)).toEqual(new Set(['kleinschalig']));
	});
});
