import type { Kysely } from 'kysely';
import { parseAsOf, type AsOf, type Notice } from '#lib/as-of/as-of.ts';
import type { Day } from '#lib/day/day.ts';
import type { Forecast, Measure, ShownForecast } from '#lib/forecast/forecast.ts';
import { forecastDay, parseMeasure } from '#lib/forecast/params.ts';
import { readToday } from '#lib/server/clock.ts';
import { readDataState } from '#lib/server/data-version.ts';
import type { DB } from '#lib/server/db/schema.ts';
import { parseFilters } from '#lib/view/filters.ts';
import type { Forecasts } from './forecasts.ts';
import { readTrackRecord, type TrackRecord } from './read-track-record.ts';

export interface ForecastPage {
	asOf: AsOf;
	today: Day;
	notices: Notice[];
	measure: Measure;
	/** Slug of the province whose libraries are shown; null for all. */
	province: string | null;
	/** The day that the forecast is made for: the earlier of both dates, never after today. */
	madeOn: Day;
	/** `previous`: an older forecast is shown while the new one is made. */
	state: 'ready' | 'too_few' | 'computing' | 'previous' | 'failed';
	forecast: ShownForecast | null;
	track: TrackRecord;
	demoData: boolean;
}

/** What the page and its files show, as far as it is there; begins what is not, and never waits. */
export async function readForecastPage(
	db: Kysely<DB>,
	forecasts: Forecasts,
	params: URLSearchParams
): Promise<ForecastPage> {
	const [today, data] = await Promise.all([readToday(db), readDataState(db)]);
	const { asOf, notices } = parseAsOf(params, today);
	const measure = parseMeasure(params, notices);
	const { province } = parseFilters(params, notices);
	const madeOn = forecastDay(asOf, today);
	const found = forecasts.find(madeOn, today, data.version);
	const shown =
		found.state === 'ready' ? found.forecast : found.state === 'computing' ? found.previous : null;
	const state =
		found.state === 'computing'
			? shown
				? 'previous'
				: 'computing'
			: found.state === 'ready' && !shown
				? 'too_few'
				: found.state;
	return {
		...{ asOf, today, notices, measure, province, madeOn, state },
		forecast: shown && withoutPoints(shown),
		track: await readTrackRecord(db, forecasts, asOf, today, data.version),
		demoData: data.demoData
	};
}

function withoutPoints(forecast: Forecast): ShownForecast {
	const { day, modelVersion, runs, openings, country, provinces, libraries, fan } = forecast;
	const { pointsWithoutForecast } = forecast;
	return {
		...{ day, modelVersion, runs, openings, country, provinces, libraries, fan },
		pointsWithoutForecast
	};
}

/** Whether another request will show more; such an answer must not be kept. */
export function isUnfinished({ state, track }: ForecastPage): boolean {
	return state === 'computing' || state === 'previous' || state === 'failed' || track.computing > 0;
}
