import { describe, expect, it } from 'vitest';
import type { Forecast, LibraryForecast, PointForecast } from './forecast.ts';
import { heldShare, isNearlySure, measuredOf, quarterEnds, scoreForecast } from './score.ts';

const nothing = { now: 0, total: null, reachable: 0, mostOn: null, complete: null };
const firstOf = new Map<number, string>();
const fanValue = { sure: 12, likely: 14, bold: 16 };

function forecastOf(points: readonly Partial<PointForecast>[]): Forecast {
	return {
		...{ day: '2021-03-31', knownOn: '2021-03-31', modelVersion: 1, runs: 100, openings: 50 },
		country: {
			organisations: nothing,
			locations: { ...nothing, now: 10 },
			municipalities: nothing,
			inhabitants: nothing
		},
		provinces: [],
		libraries: [],
		fan: [
			'2021-03-31',
			'2021-04-30',
			'2021-05-31',
			'2021-06-30',
			'2021-07-31',
			'2021-08-31',
			'2021-09-30'
		].map((day) => ({
			day,
			values: {
				organisations: fanValue,
				locations: fanValue,
				municipalities: fanValue,
				inhabitants: fanValue
			}
		})),
		pointsWithoutForecast: 0,
		points: points.map((point, index) => ({
			pointId: index + 1,
			outsideLibrary: false,
			likelyOn: '2021-05-01',
			sureOn: '2021-07-01',
			...point
		}))
	};
}

describe('scoreForecast', () => {
	it('judges only the chosen points, which have no fan of their own', () => {
		const forecast = forecastOf([{}, {}, {}]);
		const openedOn = new Map([[1, '2021-07-01']]);
		const judge = (...ids: number[]) =>
			scoreForecast(forecast, { openedOn, firstOf, points: new Set(ids) }, '2021-12-31');
		expect(judge(1, 2)).toMatchObject({ points: 2, judged: 2, held: 1, halfYear: null });
		expect(judge(3)).toMatchObject({ points: 1, judged: 1, held: 0 });
	});

	it('judges the points whose P85 day has passed, opened or not', () => {
		const forecast = forecastOf([{}, {}, {}, { sureOn: '2021-12-01' }, { sureOn: null }]);
		const opened = new Map([
			[1, '2021-07-01'],
			[2, '2021-07-02'],
			// Open long before its P85 day, which has not passed: not judged.
			[4, '2021-04-10']
		]);
		const score = scoreForecast(
			forecast,
			{ openedOn: opened, firstOf, points: null },
			'2021-08-01'
		);
		expect(score).toMatchObject({ points: 5, judged: 3, held: 1 });
	});

	it('measures days from P50, and to the day of judging for what is not open', () => {
		const forecast = forecastOf([{}, {}, { likelyOn: '2021-09-01' }]);
		const opened = new Map([[1, '2021-04-21']]);
		const score = scoreForecast(
			forecast,
			{ openedOn: opened, firstOf, points: null },
			'2021-05-31'
		);
		expect(score).toMatchObject({ timed: 2, stillWaiting: 1, meanError: 10 });
	});

	it('compares the number half a year later, of the points known then, once that day is there', () => {
		const forecast = forecastOf([{}, {}, { outsideLibrary: true }]);
		const opened = new Map([
			[1, '2021-09-30'],
			[2, '2021-10-01'],
			[3, '2021-05-01'],
			[99, '2021-05-01']
		]);
		expect(
			scoreForecast(forecast, { openedOn: opened, firstOf, points: null }, '2021-09-29').halfYear
		).toBeNull();
		expect(
			scoreForecast(forecast, { openedOn: opened, firstOf, points: null }, '2021-12-31').halfYear
		).toEqual({
			day: '2021-09-30',
			sure: 12,
			bold: 16,
			real: 11
		});
	});
});

describe('first openings', () => {
	const library = (id: number, sureOn: string | null): LibraryForecast => ({
		...{ id, slug: `b-${id}`, name: `B ${id}`, provinceCode: 'PV20', open: false },
		...{ pointsToCome: 1, basis: 'plan', targetOn: null, last: null },
		first: { likelyOn: '2021-05-01', sureOn }
	});
	const base = forecastOf([{}]);
	const forecast: Forecast = {
		...base,
		libraries: [library(1, '2021-07-01'), library(2, '2021-08-01'), library(3, null)],
		country: {
			...base.country,
			organisations: { ...nothing, complete: { likelyOn: '2021-08-01', sureOn: '2021-09-01' } }
		}
	};
	const judge = (opened: [number, string][], on: string) =>
		scoreForecast(forecast, { openedOn: new Map(), firstOf: new Map(opened), points: null }, on);

	it('are judged once their P85 day has passed', () => {
		expect(judge([[1, '2021-07-02']], '2021-07-31').firsts).toEqual({ judged: 1, held: 0 });
		expect(judge([[1, '2021-07-01']], '2021-08-01').firsts).toEqual({ judged: 2, held: 1 });
	});

	it('hold together when the last of them was open on the day for everything', () => {
		const one: [number, string] = [1, '2021-07-01'];
		const two: [number, string] = [2, '2021-08-30'];
		expect(judge([one, two, [3, '2021-09-01']], '2021-08-31').everything).toBeNull();
		expect(judge([one, two, [3, '2021-09-01']], '2021-09-01').everything).toBe(true);
		expect(judge([one, two, [3, '2021-09-02']], '2021-12-01').everything).toBe(false);
		expect(judge([one, two], '2021-12-01').everything).toBe(false);
	});

	it('are told by the last quarters of which the day has passed', () => {
		const scores = [true, false, true, true, true].map((everything) => ({
			...judge([], '2021-12-01'),
			...{ judged: 10, held: 9, everything, firsts: { judged: 0, held: 0 } }
		}));
		expect(measuredOf(scores)).toEqual({
			locations: 0.9,
			organisations: null,
			everything: { judged: 4, held: 3 }
		});
		expect(measuredOf([])).toBeNull();
	});
});

describe('the share of organisations', () => {
	const quarter = (judged: number, held: number) => ({
		...scoreForecast(
			forecastOf([]),
			{ openedOn: new Map(), firstOf: new Map(), points: null },
			'2021-12-31'
		),
		...{ judged: 10, held: 10, everything: true, firsts: { judged, held } }
	});
	const scores = [
		[50, 0],
		[10, 5],
		[10, 6],
		[0, 0],
		[10, 7],
		[10, 8]
	] as const;

	it('is that of the last four quarters in which any was judged', () => {
		const measured = measuredOf(scores.map(([judged, held]) => quarter(judged, held)));
		expect(measured?.organisations).toBe(0.65);
	});

	it('decides with the others whether a day is called nearly sure', () => {
		const sure = (judged: number, held: number) =>
			isNearlySure(measuredOf(Array.from({ length: 4 }, () => quarter(judged, held))));
		expect(sure(10, 9)).toBe(true);
		expect(sure(10, 6)).toBe(false);
		expect(sure(0, 0)).toBe(true);
	});
});

describe('heldShare', () => {
	it('weighs every judged point the same', () => {
		expect(
			heldShare([
				{ judged: 10, held: 9 },
				{ judged: 30, held: 21 }
			])
		).toBe(0.75);
		expect(heldShare([{ judged: 0, held: 0 }])).toBeNull();
	});
});

describe('quarterEnds', () => {
	it('gives the ends of quarters before a day', () => {
		expect(quarterEnds('2019-09-30', '2020-06-30')).toEqual([
			'2019-09-30',
			'2019-12-31',
			'2020-03-31'
		]);
	});
});
