import type { Measure } from '#lib/figures/forecast/forecast.ts';
import { parseMeasure } from '#lib/figures/forecast/params.ts';
import { m } from '#lib/paraglide/messages.js';
import { definePage } from '#lib/server/figures/page/define-page.ts';
import { getForecasts } from './app-forecasts.ts';
import { FORECAST_FILES, forecastFigure, isBusy } from './page-files.ts';
import { isUnfinished, readForecastPage, type ForecastPage } from './read-page.ts';

/** When the rollout will probably be complete, and how earlier forecasts came out. */
export const forecastPage = definePage<Measure, ForecastPage>({
	path: '/prognose',
	ask: ({ params, notices }) => parseMeasure(params, notices),
	read: (question, measure, purpose) =>
		readForecastPage(question, getForecasts(), measure, purpose !== 'page'),
	context: ({ dates, filters, demoData }) => ({
		...{ validOn: dates.day, knownOn: dates.knownOn, filters, demoData },
		source: m.progress_source()
	}),
	files: FORECAST_FILES.map((name) => ({
		name,
		of: (page) => forecastFigure(page, name),
		isBusy: (page) => isBusy(page, name)
	})),
	fileName: (name, day) => `ido-prognose-${name === 'trefzekerheid' ? name : `${name}-${day}`}`,
	isUnfinished,
	api: {
		operation: 'leesPrognose',
		tag: 'Voortgang',
		summary:
			'Wanneer de uitrol waarschijnlijk klaar is, en hoe trefzeker eerdere prognoses waren; 503 zolang hij wordt berekend'
	}
});
