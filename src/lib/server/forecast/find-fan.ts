import { setTimeout as delay } from 'node:timers/promises';
import { forecastDay } from '#lib/forecast/params.ts';
import { curveFanOf } from '#lib/progress/curve-fan.ts';
import type { Fan, Progress } from '#lib/progress/types.ts';
import type { Forecasts, Found } from './forecasts.ts';

type Asked = Pick<Progress, 'view' | 'today' | 'query'>;

/** A file or the API waits no longer for a forecast; a page does not wait at all. */
const LONGEST_WAIT_MS = 3_000;

/** The fan that belongs on a curve of progress, as far as it is there; never waits. */
export function findFan(forecasts: Forecasts, asked: Asked, dataVersion: number): Fan {
	const { view, today, query } = asked;
	const day = forecastDay(view.asOf, today);
	const found = forecasts.find(day, today, dataVersion, view.filters);
	const forecast = found.state === 'ready' ? found.forecast : null;
	return {
		state: stateOf(found),
		curve: forecast && curveFanOf(forecast, query.measure)
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
		forecasts.settle(forecastDay(view.asOf, today), today, dataVersion, view.filters),
		delay(LONGEST_WAIT_MS, undefined, { ref: false })
	]);
	return findFan(forecasts, asked, dataVersion);
}

function stateOf(found: Found): Fan['state'] {
	if (found.state !== 'ready') return found.state;
	return found.forecast ? 'ready' : 'too_few';
}
