import type { Kysely } from 'kysely';
import { forecastDates } from '#lib/figures/forecast/dates.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { readDataState } from '#lib/server/platform/clock/data-version.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { collectGarbage } from '#lib/server/platform/thread/collect-garbage.ts';
import { getLog } from '#lib/server/platform/log/log.ts';
import type { Forecasts } from './forecasts.ts';

/**
 * Makes the forecast of today as soon as the process is there, so that the first reader finds it: she
 * may want it on paper, where nothing loads again. A start neither waits for it nor fails by it.
 */
export async function warmForecast(db: Kysely<DB>, forecasts: Forecasts): Promise<void> {
	try {
		const [today, { version }] = await Promise.all([readToday(db), readDataState(db)]);
		await forecasts.settle(forecastDates({ validOn: today, knownOn: null }, today), today, version);
		// What was read for it would stay until the engine next happens to look.
		collectGarbage();
	} catch (error) {
		getLog().warn({ err: error }, 'the forecast of today was not made at the start');
	}
}
