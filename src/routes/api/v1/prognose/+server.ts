import { answerFigures } from '#lib/server/publish/api/answer-figures.ts';
import { preflight } from '#lib/server/publish/api/respond.ts';
import { getForecasts } from '#lib/server/figures/forecast/app-forecasts.ts';
import { FORECAST_FILES, forecastFigure, isBusy } from '#lib/server/figures/forecast/page-files.ts';
import { readForecastPage } from '#lib/server/figures/forecast/read-page.ts';
import { m } from '#lib/paraglide/messages.js';
import type { RequestHandler } from './$types';

/** Public. The forecast of a day, and how earlier ones came out; 503 while it is being made. */
export const GET: RequestHandler = (event) =>
	answerFigures(event, async (db, params) => {
		const page = await readForecastPage(db, getForecasts(), params);
		const figures = FORECAST_FILES.flatMap((file) => forecastFigure(page, file) ?? []);
		return {
			notices: page.notices,
			context: {
				...{ validOn: page.dates.day, knownOn: page.dates.knownOn, filters: page.filters },
				...{ source: m.progress_source(), demoData: page.demoData },
				...figures[0]?.context
			},
			figures,
			busy: FORECAST_FILES.some((file) => isBusy(page, file))
		};
	});

export const OPTIONS: RequestHandler = preflight;
