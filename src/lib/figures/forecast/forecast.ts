import type { Day } from '#lib/base/day/day.ts';
import { PROGRESS_MEASURES, type ProgressMeasure } from '#lib/base/measure/measure.ts';
import type { ForecastDates } from './dates.ts';

/** Rises when the model changes, because the same day then gives another forecast. */
export const MODEL_VERSION = 3;
/** Runs of a published forecast. */
export const RUNS = 10_000;
/** Fixes the chance in every forecast, so that it can be made again. */
export const SEED = 20190701;

/** What is forecast: what the curve counts. */
export const MEASURES = PROGRESS_MEASURES;
export type Measure = ProgressMeasure;

/** Two days for one event; null when it lies beyond the time that is simulated (six years). */
export interface Expected {
	/** P50: as likely before as after. */
	likelyOn: Day | null;
	/** P85: by then in 85 of 100 runs. */
	sureOn: Day | null;
}

/** One measure in one area. */
export interface MeasureForecast {
	/** Realised on the day of the forecast. */
	now: number;
	/** Everything there is on that day; null for locations, which have no total. */
	total: number | null;
	/** Realised once everything that can be forecast has opened. */
	reachable: number;
	/**
	 * By when nine of ten of what can still be reached are expected: a few that stand still do not pull
	 * it. Null when nothing is to come, or beyond the time that is simulated.
	 */
	mostOn: Day | null;
	/** When the reachable is reached; null when it is already. */
	complete: Expected | null;
}

export type AreaForecast = Record<Measure, MeasureForecast>;

export interface ProvinceForecast {
	code: string;
	slug: string;
	name: string;
	measures: AreaForecast;
	/** Locations without a plan, for which nothing can be said. */
	pointsWithoutForecast: number;
}

export interface LibraryForecast {
	id: number;
	slug: string;
	name: string;
	provinceCode: string;
	open: boolean;
	/** Points that still have to open, with a plan. */
	pointsToCome: number;
	/** `none`: no plan and no application, so nothing can be said. */
	basis: 'plan' | 'lead_time' | 'none';
	/** The earliest day aimed at. */
	targetOn: Day | null;
	/** Its first opening; null when it has had that, or when nothing can be said. */
	first: Expected | null;
	/** The last of the points that it plans now; null without any. */
	last: Expected | null;
}

/** A measure at the end of a month. */
export interface FanValue {
	/** In 85 of 100 runs at least this. */
	sure: number;
	/** In half of the runs at least this. */
	likely: number;
	/** In 15 of 100 runs at least this. */
	bold: number;
}

export interface FanMonth {
	day: Day;
	values: Record<Measure, FanValue>;
}

/** What the model says from a day on, with what was a fact on that day and known on the other. */
export interface Forecast extends ForecastDates {
	modelVersion: number;
	runs: number;
	/** Openings that the model could learn from. */
	openings: number;
	country: AreaForecast;
	provinces: readonly ProvinceForecast[];
	/**
	 * Libraries that still have something to open, or of which nothing can be said: first those
	 * without an open point, then the others, each by name.
	 */
	libraries: readonly LibraryForecast[];
	/** The country, at the end of each of the coming months; the first entry is the day itself. */
	fan: readonly FanMonth[];
	/** Locations without a plan, for which nothing can be said. */
	pointsWithoutForecast: number;
	/** Per point with a forecast, for the track record. */
	points: readonly PointForecast[];
}

/** A forecast as pages and files show it: without what only the track record needs. */
export type ShownForecast = Omit<Forecast, 'points'>;

export interface PointForecast extends Expected {
	pointId: number;
	outsideLibrary: boolean;
}
