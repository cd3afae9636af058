import type { FanMonth } from '#lib/forecast/forecast.ts';
import { forecastDay } from '#lib/forecast/params.ts';
import type { Progress } from '#lib/progress/types.ts';
import type { Forecasts } from './forecasts.ts';

/** The fan for the curve of what the filters let through; null when it is not there (yet). */
export interface Fan {
	months: readonly FanMonth[] | null;
	computing: boolean;
}

/** The fan that belongs on a curve of progress, as far as it is there; never waits. */
export function findFan(
	forecasts: Forecasts,
	{ view, today }: Pick<Progress, 'view' | 'today'>,
	dataVersion: number
): Fan {
	const found = forecasts.find(forecastDay(view.asOf, today), today, dataVersion, view.filters);
	const months = found.state === 'ready' ? (found.forecast?.fan ?? null) : null;
	return { months, computing: found.state === 'computing' };
}
