import { setTimeout as delay } from 'node:timers/promises';
import { forecastDates } from '#lib/figures/forecast/dates.ts';
import { curveFanOf } from '#lib/figures/progress/curve-fan.ts';
import type { Fan, RolloutProgress } from '#lib/figures/progress/types.ts';
import type { Forecasts, Found } from './forecasts.ts';

type Asked = Pick<RolloutProgress, 'view' | 'today' | 'query'>;

/** A file or the API waits no longer for a forecast. */
const LONGEST_WAIT_MS = 3_000;

/** The fan that belongs on a curve of progress, as far as it is there; never waits. */
export function findFan(forecasts: Forecasts, asked: Asked, dataVersion: number): Fan {
	const { view, today } = asked;
	const dates = forecastDates(view.asOf, today);
	return fanOf(forecasts.find(dates, today, dataVersion, view.filters), asked);
}

/** As {@link findFan}, for a page: it waits a little for a fan that is being made. */
export async function findFanSoon(
	forecasts: Forecasts,
	asked: Asked,
	dataVersion: number
): Promise<Fan> {
	const { view, today } = asked;
	const dates = forecastDates(view.asOf, today);
	return fanOf(await forecasts.findSoon(dates, today, dataVersion, view.filters), asked);
}

function fanOf(found: Found, { query }: Asked): Fan {
	const forecast = found.state === 'ready' ? found.forecast : null;
	return {
		state: stateOf(found),
		curve: forecast && curveFanOf(forecast, query.measure),
		...(forecast ? { country: forecast.country, day: forecast.day } : {})
	};
}

/** As {@link findFan}, but it waits for a fan that is being made, for three seconds at most. */
export async function settleFan(
	forecasts: Forecasts,
	asked: Asked,
	dataVersion: number
): Promise<Fan> {
	const fan = findFan(forecasts, asked, dataVersion);
	if (fan.state !== 'computing') return fan;
	const { view, today } = asked;
	await Promise.race([
		forecasts.settle(forecastDates(view.asOf, today), today, dataVersion, view.filters),
		delay(LONGEST_WAIT_MS, undefined, { ref: false })
	]);
	return findFan(forecasts, asked, dataVersion);
}

function stateOf(found: Found): Fan['state'] {
	if (found.state !== 'ready') return found.state;
	return found.forecast ? 'ready' : 'too_few';
}
