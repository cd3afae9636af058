import type { Day } from '#lib/base/day/day.ts';
import { forecastDates, type ForecastDates } from '#lib/figures/forecast/dates.ts';
import type { Forecast, Measure, ShownForecast } from '#lib/figures/forecast/forecast.ts';
import type { Question } from '#lib/server/figures/page/question.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';
import type { View } from '#lib/base/selection/view.ts';
import type { Forecasts } from './forecasts.ts';
import { readPast, type ReadPast } from './read-past.ts';
import { readTrackRecord, type TrackRecord } from './read-track-record.ts';

export interface ForecastPage {
	view: View;
	today: Day;
	measure: Measure;
	/** Each filter as a piece of a sentence; none for the whole country. */
	filters: readonly string[];
	/** The two days that the forecast is asked for. */
	dates: ForecastDates;
	/** `previous`: an older forecast is shown while the new one is made. */
	state: 'ready' | 'too_few' | 'computing' | 'previous' | 'failed';
	forecast: ShownForecast | null;
	track: TrackRecord;
	/** What the chart begins with; null without a forecast. */
	past: ReadPast | null;
	demoData: boolean;
}

/** What the page and its files show, as far as it is there soon; begins what is not. */
export async function readForecastPage(
	question: Question,
	forecasts: Forecasts,
	measure: Measure,
	/** For a file or an answer, which is kept elsewhere: never the forecast of before the last change. */
	needsNewest = false
): Promise<ForecastPage> {
	const { db, view, where, today, demoData, dataVersion, supportInstitutes } = question;
	const dates = forecastDates(view.asOf, today);
	const { filters } = view;
	// In this order: what the page is about is made first.
	const [found, track] = await Promise.all([
		forecasts.findSoon(dates, today, dataVersion, { filters, needsNewest }),
		readTrackRecord(db, forecasts, where, dataVersion)
	]);
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
		...{ view, today, measure, dates, state, demoData },
		filters: viewContext(question, supportInstitutes).filters,
		forecast: shown && withoutPoints(shown),
		track,
		past: shown && (await readPast(db, shown, view, measure))
	};
}

function withoutPoints(forecast: Forecast): ShownForecast {
	const { day, knownOn, modelVersion, runs, openings, country, provinces, libraries, fan } =
		forecast;
	const { pointsWithoutForecast } = forecast;
	return {
		...{ day, knownOn, modelVersion, runs, openings, country, provinces, libraries, fan },
		pointsWithoutForecast
	};
}

/** Whether another request will show more; such an answer must not be kept. */
export function isUnfinished({ state, track }: ForecastPage): boolean {
	return state === 'computing' || state === 'previous' || state === 'failed' || track.computing > 0;
}
