import { forecastDates } from '#lib/figures/forecast/dates.ts';
import type { Forecast } from '#lib/figures/forecast/forecast.ts';
import { curveFanOf } from '#lib/figures/progress/curve-fan.ts';
import type { Fan, RolloutProgress } from '#lib/figures/progress/types.ts';
import type { Forecasts, Found } from './forecasts.ts';

type Asked = Pick<RolloutProgress, 'view' | 'today' | 'query'>;

/**
 * The fan that belongs on a curve of progress; one that is being made is waited for. A page shows the
 * one from before the last change meanwhile, and says so; what is kept elsewhere (`needsNewest`) does
 * not.
 */
export async function findFan(
	forecasts: Forecasts,
	{ view, today, query }: Asked,
	dataVersion: number,
	{ needsNewest }: { needsNewest: boolean }
): Promise<Fan> {
	const dates = forecastDates(view.asOf, today);
	const { filters } = view;
	const found = await forecasts.findSoon(dates, today, dataVersion, { filters, needsNewest });
	const forecast = shownOf(found, needsNewest);
	return {
		state: forecast && found.state === 'computing' ? 'previous' : stateOf(found),
		curve: forecast && curveFanOf(forecast, query.measure),
		...(forecast ? { country: forecast.country, dates } : {})
	};
}

function shownOf(found: Found, needsNewest: boolean): Forecast | null {
	if (found.state === 'ready') return found.forecast;
	return found.state === 'computing' && !needsNewest ? found.previous : null;
}

function stateOf(found: Found): Fan['state'] {
	if (found.state !== 'ready') return found.state;
	return found.forecast ? 'ready' : 'too_few';
}
