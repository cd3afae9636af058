import { getDb } from '#lib/server/platform/db/app-db.ts';
import { onShutdown } from '#lib/server/platform/process/shutdown.ts';
import { Forecasts } from './forecasts.ts';

let forecasts: Forecasts | undefined;

/** The forecasts of this process; its thread ends with the process. */
export function getForecasts(): Forecasts {
	if (forecasts) return forecasts;
	const opened = new Forecasts(getDb());
	onShutdown(() => {
		forecasts = undefined;
		return opened.stop();
	});
	forecasts = opened;
	return opened;
}
