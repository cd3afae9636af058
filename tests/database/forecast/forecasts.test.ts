import { sql } from 'kysely';
import { addDays } from '#lib/base/day/day.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { asMadeOn } from '#lib/figures/forecast/dates.ts';
import { makeForecast } from '#lib/figures/forecast/make-forecast.ts';
import { scoreForecast } from '#lib/figures/forecast/score.ts';
import { readDataState } from '#lib/server/platform/clock/data-version.ts';
import { Forecasts } from '#lib/server/figures/forecast/forecasts.ts';
import { warmForecast } from '#lib/server/figures/forecast/warm-forecast.ts';
import { findFan } from '#lib/server/figures/forecast/find-fan.ts';
import { readForecastPage } from '#lib/server/figures/forecast/read-page.ts';
import { Simulator } from '#lib/server/figures/forecast/simulator.ts';
import { readQuestion } from '#lib/server/figures/page/question.ts';
import { progressOf } from '../progress/progress-of.ts';
import { readSituation } from '#lib/server/figures/forecast/read-situation.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';

const TODAY = '2022-01-31';
let database: TestDatabase;
let forecasts: Forecasts;

beforeAll(async () => {
	database = await createTestDatabase({ seeded: true });
	forecasts = new Forecasts(database.db);
});
/** One that is stopped after the test, so that it does not hold up the next. */
const opened: Forecasts[] = [];
function open(): Forecasts {
	const fresh = new Forecasts(database.db);
	opened.push(fresh);
	return fresh;
}
afterEach(() => Promise.all(opened.splice(0).map((one) => one.stop())));
afterAll(async () => {
	await forecasts.stop();
	await database.drop();
});

/** A clock that stands still but for what is said to pass. */
function handClock() {
	let now = 0;
	const waiting: { until: number; end: (value: null) => void }[] = [];
	return {
		wait: (ms: number) => new Promise<null>((end) => waiting.push({ until: now + ms, end })),
		pass: async (ms: number) => {
			now += ms;
			for (const { until, end } of waiting) if (until <= now) end(null);
			// Who waited no longer goes on before what was being made is there.
			await new Promise(setImmediate);
		}
	};
}

// Ten thousand runs, on a machine that may do other work as well.
describe('Forecasts', { timeout: 120_000 }, () => {
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

	it('of today is there for the first reader, and each that is judged is made after it', async () => {
		const started = open();
		const prepare = vi.spyOn(started, 'prepare').mockResolvedValue();
		const { version } = await readDataState(database.db);
		await warmForecast(database.db, started);
		expect(started.find(asMadeOn(TODAY), TODAY, version).state).toBe('ready');
		const [asked] = prepare.mock.lastCall!;
		expect(asked.at(0)).toEqual(asMadeOn('2019-09-30'));
		expect(asked.at(-1)).toEqual(asMadeOn('2021-12-31'));
	});

	it('is made before somebody asks, when it is prepared', async () => {
		const fresh = open();
		await fresh.prepare([asMadeOn('2019-09-30')], TODAY, 1);
		expect(fresh.find(asMadeOn('2019-09-30'), TODAY, 1).state).toBe('ready');
	});

	it('is waited for by a page of a day that nobody asked for, before what nobody waits for', async () => {
		const fresh = open();
		for (let month = 1; month <= 9; month++) {
			fresh.find(asMadeOn(`2021-0${month}-15`), TODAY, 1);
		}
		const found = await fresh.findSoon(asMadeOn('2021-05-09'), TODAY, 1);
		expect(found).toMatchObject({ state: 'ready', forecast: { day: '2021-05-09' } });
		expect(fresh.find(asMadeOn('2021-09-15'), TODAY, 1).state).toBe('computing');
	});

	it('comes whole on six pages of six new days at once, also where each takes five seconds', async () => {
		const clock = handClock();
		const slow = new Forecasts(database.db, clock.wait);
		opened.push(slow);
		const held = vi.spyOn(Simulator.prototype, 'run').mockImplementation(async () => {
			await clock.pass(5_000);
			return { forecast: null, tookMs: 0, cpuMs: 0 };
		});
		const days = [11, 12, 13, 14, 15, 16].map((day) => asMadeOn(`2021-05-${day}`));
		const found = await Promise.all(days.map((dates) => slow.findSoon(dates, TODAY, 1)));
		held.mockRestore();
		expect(found.map(({ state }) => state)).toEqual(days.map(() => 'ready'));
	});

	it('comes with the whole track record of a page', async () => {
		const fresh = open();
		const question = await readQuestion(database.db, new URLSearchParams('peildatum=2019-10-15'));
		const page = await readForecastPage(question, fresh, 'locations');
		expect([page.state, page.track.computing]).toEqual(['ready', 0]);
		expect(page.track.scores).toHaveLength(1);
	});

	it('from before the last change stays on the curve until the new one is there, not in files', async () => {
		const fresh = open();
		const { progress } = await progressOf(database.db, new URLSearchParams());
		const fan = (version: number, needsNewest: boolean) =>
			findFan(fresh, progress, version, { needsNewest });
		await fan(1, true);
		// The thread is held up, so that no new one comes.
		const held = vi.spyOn(Simulator.prototype, 'run').mockReturnValue(new Promise(() => undefined));
		expect(await fan(2, false)).toMatchObject({ state: 'previous', curve: { madeOn: TODAY } });
		held.mockRestore();
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

	it('keeps what somebody waits for when more than a hundred are asked for', async () => {
		const crowded = open();
		const waited = crowded.settle(asMadeOn('2021-08-02'), TODAY, 1);
		for (let day = 0; day < 105; day++)
			crowded.find(asMadeOn(addDays('2021-09-01', day)), TODAY, 1);
		expect((await waited).state).toBe('ready');
	});
});
