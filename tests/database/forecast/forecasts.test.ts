import { sql } from 'kysely';
import { addDays } from '#lib/base/day/day.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asMadeOn } from '#lib/figures/forecast/dates.ts';
import { makeForecast } from '#lib/figures/forecast/make-forecast.ts';
import { scoreForecast } from '#lib/figures/forecast/score.ts';
import { readDataState } from '#lib/server/platform/clock/data-version.ts';
import { Forecasts } from '#lib/server/figures/forecast/forecasts.ts';
import { warmForecast } from '#lib/server/figures/forecast/warm-forecast.ts';
import { readSituation } from '#lib/server/figures/forecast/read-situation.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';

const TODAY = '2022-01-31';
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

describe('Forecasts', () => {
	it('answers at once that it is being made, and later what the model makes of the situation', async () => {
		expect(forecasts.find(asMadeOn('2021-12-31'), TODAY, 1)).toEqual({
			state: 'computing',
			previous: null
		});
		const found = await forecasts.settle(asMadeOn('2021-12-31'), TODAY, 1);
		const plain = makeForecast(await readSituation(database.db, asMadeOn('2021-12-31')));
		expect(found).toEqual({ state: 'ready', forecast: plain });
	});

	it('keeps a past day whatever is written later, and shows the previous forecast of today', async () => {
		await forecasts.settle(asMadeOn(TODAY), TODAY, 1);
		expect(forecasts.find(asMadeOn('2021-12-31'), TODAY, 2).state).toBe('ready');
		expect(forecasts.find(asMadeOn(TODAY), TODAY, 1).state).toBe('ready');
		const afterWrite = forecasts.find(asMadeOn(TODAY), TODAY, 2);
		expect(afterWrite).toMatchObject({ state: 'computing', previous: { day: TODAY } });
		await forecasts.settle(asMadeOn(TODAY), TODAY, 2);
	});

	it('of today is there for the first reader, because the start makes it', async () => {
		const started = new Forecasts(database.db);
		const { version } = await readDataState(database.db);
		await warmForecast(database.db, started);
		expect(started.find(asMadeOn(TODAY), TODAY, version).state).toBe('ready');
		await started.stop();
	});

	it('is waited for by a page, by three at a time', async () => {
		const fresh = new Forecasts(database.db);
		const soon = ['2021-09-30', '2021-06-30', '2021-03-31'].map((day) =>
			fresh.findSoon(asMadeOn(day), TODAY, 1)
		);
		expect(await fresh.findSoon(asMadeOn('2020-12-31'), TODAY, 1)).toMatchObject({
			state: 'computing'
		});
		const [first] = await Promise.all(soon);
		// Whoever waited has the forecast itself, or after seconds is told that it is still being made.
		expect(['ready', 'computing']).toContain(first?.state);
		await fresh.settle(asMadeOn('2021-09-30'), TODAY, 1);
		const again = await fresh.findSoon(asMadeOn('2021-09-30'), TODAY, 1);
		expect(again).toMatchObject({ state: 'ready', forecast: { day: '2021-09-30' } });
		await fresh.stop();
	});

	it.each(['2019-12-31', '2020-03-31', '2020-12-31'])(
		'made on %s, before or in a lockdown, had room for what came in half a year',
		async (day) => {
			const forecast = makeForecast(await readSituation(database.db, asMadeOn(day)), 1_000);
			const { rows } = await sql<{ id: number; openedOn: string }>`
				select information_point_id as id, opened_on from information_point_state
				where known_to = 'infinity' and valid_from <= ${TODAY} and valid_to > ${TODAY}
					and opened_on is not null`.execute(database.db);
			const openedOn = new Map(rows.map((row) => [row.id, row.openedOn]));
			const outcomes = { openedOn, firstOf: new Map(), points: null };
			const { sure, bold, real } = scoreForecast(forecast!, outcomes, TODAY).halfYear!;
			expect(sure).toBeLessThanOrEqual(real);
			expect(real).toBeLessThanOrEqual(bold);
		}
	);

	it('has nothing to say before there were openings to measure', async () => {
		const found = await forecasts.settle(asMadeOn('2019-06-30'), TODAY, 1);
		expect(found).toEqual({ state: 'ready', forecast: null });
	});

	it('lets go of the oldest day when more than forty are asked for', async () => {
		const crowded = new Forecasts(database.db);
		crowded.find(asMadeOn('2019-08-01'), TODAY, 1);
		const second = crowded.settle(asMadeOn('2019-08-02'), TODAY, 1);
		for (let day = 0; day < 40; day++) crowded.find(asMadeOn(addDays('2019-09-01', day)), TODAY, 1);
		expect((await second).state).toBe('computing');
		await crowded.stop();
	});
});
