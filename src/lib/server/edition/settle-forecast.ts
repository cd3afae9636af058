import type { Day } from '#lib/day/day.ts';
import type { ShownForecast } from '#lib/forecast/forecast.ts';
import type { Forecasts } from '#lib/server/forecast/forecasts.ts';

/**
 * The forecast made on a past day; waits until it is there. Null when the model could not say
 * anything then, or could not be run.
 */
export async function settleForecast(
	forecasts: Pick<Forecasts, 'settle'>,
	day: Day,
	today: Day
): Promise<ShownForecast | null> {
	// Of a past day the version of the data makes no difference.
	const found = await forecasts.settle(day, today, 0);
	return found.state === 'ready' ? found.forecast : null;
}
