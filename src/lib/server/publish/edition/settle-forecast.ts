import type { Day } from '#lib/base/day/day.ts';
import type { ForecastDates } from '#lib/figures/forecast/dates.ts';
import type { ShownForecast } from '#lib/figures/forecast/forecast.ts';
import type { Forecasts } from '#lib/server/figures/forecast/forecasts.ts';

/**
 * The forecast of the figures of an edition, of the same two days; waits until it is there. Null when
 * the model could not say anything then, or could not be run.
 */
export async function settleForecast(
	forecasts: Pick<Forecasts, 'settle'>,
	dates: ForecastDates,
	today: Day,
	dataVersion: number
): Promise<ShownForecast | null> {
	const found = await forecasts.settle(dates, today, dataVersion);
	return found.state === 'ready' ? found.forecast : null;
}
