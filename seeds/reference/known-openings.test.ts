import { describe, expect, it } from 'vitest';
import { knownOpenings } from './known-openings.ts';
import { readReference } from './reference.ts';

const reference = readReference();
const openings = knownOpenings(reference);
const opening = (name: string) => openings.find((one) => one.name === name);
const nameOf = (code: string) => reference.municipalities.find((row) => row.code === code)!.name;

describe('the known openings', () => {
	it('are only those of which the source names the place', () => {
		expect(openings).toHaveLength(27);
		for (const { name, source } of openings) {
			expect(name).not.toMatch(/not named|branches/);
			expect(source).toMatch(/^https:\/\//);
		}
		// Of the fifteen that officially started on one day only three places are named.
		const started = openings.filter(({ openedOn }) => openedOn === '2019-07-01');
		expect(started.map(({ name }) => name).toSorted()).toEqual([
			'Bibliotheek Venlo',
			'Kaatsheuvel',
			'Trefkoele+ Dalfsen (Infopunt)'
		]);
	});

	it('are one where two sources speak of the same place, open since the first of their days', () => {
		const kaatsheuvel = openings.filter(({ name }) => name === 'Kaatsheuvel');
		expect(kaatsheuvel).toMatchObject([{ openedOn: '2019-07-01', precision: 'day' }]);
		expect(kaatsheuvel[0]!.source.split(' ; ')).toHaveLength(2);
	});

	it('keep a year or a month as what it is, counted from the last day that it can mean', () => {
		expect(opening('Sneek')).toMatchObject({ openedOn: '2021-12-31', precision: 'year' });
		expect(opening('Lochem')).toMatchObject({
			...{ openedOn: '2021-09-30', precision: 'month', confidence: 'inferred' }
		});
		// Its month is that of a festive start of all libraries of the province.
		expect(opening('Coevorden')).toMatchObject({ openedOn: '2021-09-30', precision: 'year' });
		// Within this year lies the official start of the library.
		expect(opening('Trefkoele+ Dalfsen (Infopunt)')).toMatchObject({
			...{ openedOn: '2019-07-01', precision: 'year', town: 'Dalfsen' }
		});
	});

	it('stand in the municipality of the day of opening, and in what became of it', () => {
		const periods = (name: string) =>
			opening(name)!.periods.map(({ municipalityCode, validFrom }) => [
				nameOf(municipalityCode),
				validFrom
			]);
		expect(periods('Uden')).toEqual([
			['Uden', '2019-01-01'],
			['Maashorst', '2022-01-01']
		]);
		expect(periods('Appingedam')).toEqual([['Eemsdelta', '2021-01-01']]);
	});

	it('stand in their town, or say that the largest town is a guess', () => {
		const guessed = openings.filter(({ locationPrecision }) => locationPrecision !== 'town');
		expect(guessed.map(({ name }) => name)).toEqual([
			'Kaatsheuvel',
			'Beneden-Leeuwen',
			'Anna Paulowna'
		]);
		expect(opening('Uden')).toMatchObject({ lat: 51.66083, lon: 5.61944 });
	});
});
