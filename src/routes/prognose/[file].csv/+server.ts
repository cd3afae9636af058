import { error } from '@sveltejs/kit';
import { csvResponse, figureCsv } from '#lib/server/base/charts/figure-csv.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { getForecasts } from '#lib/server/figures/forecast/app-forecasts.ts';
import { forecastIsBusy } from '#lib/server/figures/forecast/busy.ts';
import { FORECAST_FILES, forecastFigure, isBusy } from '#lib/server/figures/forecast/page-files.ts';
import { readForecastPage } from '#lib/server/figures/forecast/read-page.ts';
import type { RequestHandler } from './$types';

/** Public. One table of the page as CSV; 503 while the forecast is being made. */
export const GET: RequestHandler = async ({ params, url }) => {
	const name = FORECAST_FILES.find((file) => file === params.file);
	if (!name) error(404, 'File not found');
	const page = await readForecastPage(getDb(), getForecasts(), url.searchParams);
	if (isBusy(page, name)) return forecastIsBusy();
	const figure = forecastFigure(page, name);
	if (!figure) error(404, 'No forecast for this day');
	const of = name === 'trefzekerheid' ? name : `${name}-${figure.context.validOn}`;
	const ignored = page.notices.map(({ parameter }) => parameter);
	return csvResponse(figureCsv({ ...figure, url }), `ido-prognose-${of}`, ignored);
};
