import type { Forecast } from '#lib/figures/forecast/forecast.ts';
import type { Choice } from '#lib/figures/forecast/part.ts';
import type { ForecastSituation } from '#lib/figures/forecast/situation.ts';

export interface WorkerQuestion {
	situation: ForecastSituation;
	/** The part to tell of; null for the whole country. */
	choice: Choice | null;
}

export interface WorkerAnswer {
	/** Null when too few openings were known. */
	forecast: Forecast | null;
	/** Milliseconds that the simulation took in the worker. */
	tookMs: number;
	/** Milliseconds of the processor that it needed: what it takes on a machine without other work. */
	cpuMs: number;
}
