import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { baseOf, rateOf, subsidyOf } from '#tests/factories/subsidy.ts';
import { boughtFigure } from './bought-figure.ts';
import { boughtWith } from './bought.ts';
import { computeAwards } from './compute.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

describe('what there is for the subsidy', () => {
	const bases = [baseOf({ units: 10_000_000 }), baseOf({ id: 2, name: 'Twee', units: 30_000_000 })];
	const awards = computeAwards([rateOf({ year: 2019 }), rateOf({ id: 2 })], bases);
	const hoursOf = (libraryId: number, points: number, known: number, minutes: number) => ({
		...{ libraryId, points, known, minutes }
	});

	it('is of the last year; hours count where those of each point are known', () => {
		const hours = [hoursOf(1, 2, 2, 600), hoursOf(2, 2, 1, 480), hoursOf(3, 1, 1, 60)];
		const bought = boughtWith(awards, { locations: 4, covered: 3_000, hours });
		// 4.000 inhabitants at 5 cents; the first library has 1.000 of them, and 10 hours a week.
		expect(bought).toEqual({
			...{ year: 2020, cents: 20_000, locations: 4, covered: 3_000 },
			hours: { libraries: 1, minutesPerWeek: 600, cents: 5_000 }
		});
		const { table, sentence } = boughtFigure(subsidyOf({ bought }));
		expect(table.rows.map(([, year, ...numbers]) => [year, ...numbers])).toEqual([
			['2020', 4, 200, 50],
			['2020', 3_000, 200, 0.07],
			['2020', 520, 50, 0.1]
		]);
		expect(sentence).toBe(
			'Voor 2020 komt de berekening uit op €\u00a0200. Dat is €\u00a050 voor elke locatie die op 31 januari 2022 gerealiseerd is. Voor elke inwoner van een gemeente met een informatiepunt is het €\u00a00,07. Van 1 bibliotheek zijn de openingsuren van alle gerealiseerde punten bekend. Voor haar is het €\u00a00,10 per openingsuur.'
		);
	});

	it('leaves out what there is not, and says so', () => {
		const none = boughtWith(awards, { locations: 0, covered: 0, hours: [] });
		expect(boughtFigure(subsidyOf({ bought: none }))).toMatchObject({
			sentence:
				'Voor 2020 komt de berekening uit op €\u00a0200. Op 31 januari 2022 is er nog geen locatie gerealiseerd. Er is dus niets om dat bedrag door te delen.',
			table: { rows: [] }
		});
		const unknown = boughtWith(awards, { locations: 4, covered: 9, hours: [hoursOf(1, 2, 1, 60)] });
		const figure = boughtFigure(subsidyOf({ bought: unknown }));
		expect(figure.sentence).toMatch(/Van geen bibliotheek zijn de openingsuren/);
		expect(figure.table.rows).toHaveLength(2);
		expect(boughtWith([], { locations: 4, covered: 9, hours: [] })).toBeNull();
	});
});
