import type { Day } from '#lib/day/day.ts';
import type { ForecastDates } from '#lib/forecast/dates.ts';
import type { ShownForecast } from '#lib/forecast/forecast.ts';
import type { Forecasts } from '#lib/server/forecast/forecasts.ts';

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
