import type { Kysely } from 'kysely';
import { forecastDates } from '#lib/figures/forecast/dates.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { readDataState } from '#lib/server/platform/clock/data-version.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { collectGarbage } from '#lib/server/platform/thread/collect-garbage.ts';
import { getLog } from '#lib/server/platform/log/log.ts';
import type { Forecasts } from './forecasts.ts';
import { judgedBefore } from './read-track-record.ts';

/**
 * Makes the forecast of today as soon as the process is there, so that the first reader finds it, and
 * after it those of the quarters before, which every page with a track record needs. A start neither
 * waits for them nor fails by them.
 */
export async function warmForecast(db: Kysely<DB>, forecasts: Forecasts): Promise<void> {
	try {
		const [today, { version }] = await Promise.all([readToday(db), readDataState(db)]);
		const dates = forecastDates({ validOn: today, knownOn: null }, today);
		await forecasts.settle(dates, today, version);
		await forecasts.prepare(judgedBefore(dates.day), today, version);
		// What was read for it would stay until the engine next happens to look.
		collectGarbage();
	} catch (error) {
		getLog().warn({ err: error }, 'the forecasts were not made at the start');
	}
}
