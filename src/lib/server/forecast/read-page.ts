import { sql, type Kysely } from 'kysely';
import type { Notice } from '#lib/as-of/as-of.ts';
import type { Day } from '#lib/day/day.ts';
import type { Forecast, Measure, ShownForecast } from '#lib/forecast/forecast.ts';
import { forecastDay, parseMeasure } from '#lib/forecast/params.ts';
import { readToday } from '#lib/server/clock.ts';
import { readDataState } from '#lib/server/data-version.ts';
import type { DB } from '#lib/server/db/schema.ts';
import { libraryFilter } from '#lib/server/coverage/filter-sql.ts';
import type { Where } from '#lib/server/coverage/where.ts';
import { readView, type ReadView } from '#lib/server/view/read-view.ts';
import { isUnfiltered } from '#lib/view/filters.ts';
import type { View } from '#lib/view/view.ts';
import type { Forecasts } from './forecasts.ts';
import { readTrackRecord, type TrackRecord } from './read-track-record.ts';

export interface ForecastPage {
	view: View;
	today: Day;
	notices: Notice[];
	supportInstitutes: ReadView['supportInstitutes'];
	measure: Measure;
	/** Ids of the libraries that the filters let through; null for all. */
	libraryIds: readonly number[] | null;
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
	const { view, notices, supportInstitutes, where } = await readView(db, params, today);
	const measure = parseMeasure(params, notices);
	const madeOn = forecastDay(view.asOf, today);
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
		...{ view, today, notices, supportInstitutes, measure, madeOn, state },
		libraryIds: await listShownLibraries(db, where),
		forecast: shown && withoutPoints(shown),
		track: await readTrackRecord(db, forecasts, view.asOf, today, data.version),
		demoData: data.demoData
	};
}

async function listShownLibraries(db: Kysely<DB>, where: Where): Promise<number[] | null> {
	if (isUnfiltered({ ...where.filters, statuses: [] })) return null;
	const query = sql<{ id: number }>`select library.id from library where ${libraryFilter(where)}`;
	return (await query.execute(db)).rows.map(({ id }) => id);
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
