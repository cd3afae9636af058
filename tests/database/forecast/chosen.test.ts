import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asMadeOn, forecastDates } from '#lib/figures/forecast/dates.ts';
import { RUNS, SEED } from '#lib/figures/forecast/forecast.ts';
import { makeForecast } from '#lib/figures/forecast/make-forecast.ts';
import { progressTiles } from '#lib/figures/progress/tiles.ts';
import { findFan } from '#lib/server/figures/forecast/find-fan.ts';
import { Forecasts } from '#lib/server/figures/forecast/forecasts.ts';
import { readQuestion } from '#lib/server/figures/page/question.ts';
import { readForecastPage } from '#lib/server/figures/forecast/read-page.ts';
import { readChoice, readSituation } from '#lib/server/figures/forecast/read-situation.ts';
import { progressOf } from '../progress/progress-of.ts';
import { NO_FILTERS } from '#lib/base/selection/filters.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';

const TODAY = '2022-01-31';
const LIMBURG = { ...NO_FILTERS, province: 'limburg' };
let database: TestDatabase;
let forecasts: Forecasts;

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	forecasts = new Forecasts(database.db);
});
afterAll(async () => {
	await forecasts.stop();
	await database.drop();
});

const FILTERS = [
	'',
	'provincie=gelderland',
	'poi=cubiss',
	'cohort=uitrol_2021',
	'zoek=den',
	'provincie=overijssel&cohort=uitrol_2020',
	'status=gerealiseerd&poi=zb',
	'zoek=bestaat-niet'
];

/** With everything known, as known on the day itself, and as known a while later. */
const DATES = [
	'peildatum=2021-06-30',
	'peildatum=2021-06-30&bekendOp=2021-06-30',
	'peildatum=2021-02-28&bekendOp=2021-03-15',
	'peildatum=2022-01-31'
];

describe.each(DATES)('a forecast of /prognose?%s', (days) => {
	it.each(FILTERS)('starts from what /voortgang says of it with %s', async (filters) => {
		const params = new URLSearchParams(`${filters}&${days}`);
		const { progress } = await progressOf(database.db, params);
		const dates = forecastDates(progress.view.asOf, TODAY);
		const situation = await readSituation(database.db, dates);
		const choice = await readChoice(database.db, dates, progress.view.filters);
		const { country, provinces } = makeForecast(situation, 20, SEED, choice)!;
		for (const { measure, fact, total } of progressTiles(progress)) {
			expect(country[measure]).toMatchObject({ now: fact, total });
			const parts = provinces.map(({ measures }) => measures[measure].now);
			expect(parts.reduce((sum, now) => sum + now, 0)).toBe(fact);
		}
		expect(country.locations.reachable >= country.locations.now).toBe(true);
	});
});

// Ten thousand runs, on a machine that may do other work as well.
describe('Forecasts of a part of the country', { timeout: 120_000 }, () => {
	it('are made by the thread like those of the country, and leave these alone', async () => {
		const whole = await forecasts.settle(asMadeOn('2021-12-31'), TODAY, 1);
		const found = await forecasts.settle(asMadeOn('2021-12-31'), TODAY, 1, LIMBURG);
		const situation = await readSituation(database.db, asMadeOn('2021-12-31'));
		const choice = await readChoice(database.db, asMadeOn('2021-12-31'), LIMBURG);
		const forecast = makeForecast(situation, RUNS, SEED, choice);
		expect(found).toEqual({ state: 'ready', forecast });
		expect(forecasts.find(asMadeOn('2021-12-31'), TODAY, 1)).toEqual(whole);
	});

	it('are made again after a change, because a name or an institute has no dates', async () => {
		await forecasts.settle(asMadeOn('2021-12-31'), TODAY, 1, LIMBURG);
		expect(forecasts.find(asMadeOn('2021-12-31'), TODAY, 2, LIMBURG).state).toBe('computing');
		expect(forecasts.find(asMadeOn('2021-12-31'), TODAY, 2).state).toBe('ready');
		await forecasts.settle(asMadeOn('2021-12-31'), TODAY, 2, LIMBURG);
	});

	it('end the curve of the same filters, from what is open on the day of the forecast', async () => {
		const params = new URLSearchParams(
			'provincie=limburg&peildatum=2021-12-31&bekendOp=2021-12-31'
		);
		const { progress, dataVersion } = await progressOf(database.db, params);
		const shown = await findFan(forecasts, progress, dataVersion, { needsNewest: true });
		expect([shown.state, shown.curve?.madeOn]).toEqual(['ready', '2021-12-31']);
		expect(shown.curve!.months[0]!.likely).toBe(progress.headline.locations.open);
	});

	it('are judged by the points of that part only', async () => {
		const read = async (filters: string) =>
			readForecastPage(
				await readQuestion(database.db, new URLSearchParams(`peildatum=2019-12-31${filters}`)),
				forecasts,
				'locations'
			);
		await read('');
		await forecasts.settle(asMadeOn('2019-09-30'), TODAY, 1);
		const [whole] = (await read('')).track.scores;
		const parts = await Promise.all(
			[
				'poi=cubiss',
				'poi=zb',
				'cohort=kopgroep_2019',
				'cohort=uitrol_2020',
				'cohort=uitrol_2021'
			].map(async (filter) => (await read(`&${filter}`)).track.scores[0]!)
		);
		expect(whole!.points).toBeGreaterThan(0);
		const byCohort = parts.slice(2).map(({ points }) => points);
		expect(byCohort.reduce((sum, points) => sum + points, 0)).toBe(whole!.points);
		expect(parts[0]!.points + parts[1]!.points).toBeLessThan(whole!.points);
	});
});
