import { error } from '@sveltejs/kit';
import type { FigureTable } from '#lib/charts/figure.ts';
import { definitionsOf, contextOf } from '#lib/forecast/figures.ts';
import { MODEL_VERSION, type ShownForecast } from '#lib/forecast/forecast.ts';
import {
	countryTable,
	fanTable,
	librariesOf,
	libraryTable,
	provinceTable,
	trackTable
} from '#lib/forecast/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { csvResponse, figureCsv } from '#lib/server/charts/figure-csv.ts';
import { getDb } from '#lib/server/db/app-db.ts';
import { getForecasts } from '#lib/server/forecast/app-forecasts.ts';
import { readForecastPage, type ForecastPage } from '#lib/server/forecast/read-page.ts';
import type { RequestHandler } from './$types';

type MakeTable = (forecast: ShownForecast, page: ForecastPage) => FigureTable;

const FILES: ReadonlyMap<string, MakeTable> = new Map<string, MakeTable>([
	['landelijk', countryTable],
	['provincies', (forecast, { measure }) => provinceTable(forecast, measure)],
	[
		'bibliotheken',
		(forecast, { province }) =>
			libraryTable(forecast, librariesOf(forecast, codeOf(forecast, province)))
	],
	['verwacht', (forecast, { measure }) => fanTable(forecast, measure)]
]);

function codeOf({ provinces }: ShownForecast, slug: string | null): string | null {
	return provinces.find((province) => province.slug === slug)?.code ?? null;
}

/** Seconds after which a forecast that is being made can be asked for again. */
const RETRY_AFTER = '5';

/** Public. One table of the page as CSV; 503 while the forecast is being made. */
export const GET: RequestHandler = async ({ params, url }) => {
	const makeTable = FILES.get(params.file);
	const isTrack = params.file === 'trefzekerheid';
	if (!makeTable && !isTrack) error(404, 'File not found');
	const page = await readForecastPage(getDb(), getForecasts(), url.searchParams);
	const { forecast, track, measure, demoData, notices } = page;
	const definitions = definitionsOf(measure);
	const ignored = notices.map(({ parameter }) => parameter);
	const busy = isTrack
		? track.computing > 0
		: page.state === 'computing' || page.state === 'failed';
	if (busy) {
		return new Response(m.forecast_computing(), {
			status: 503,
			headers: { 'retry-after': RETRY_AFTER, 'content-type': 'text/plain; charset=utf-8' }
		});
	}
	if (isTrack) {
		const context = {
			...{ validOn: track.judgedOn, knownOn: track.knownOn, filters: [], demoData },
			source: m.forecast_source({ version: MODEL_VERSION })
		};
		const table = trackTable(track.scores);
		const csv = figureCsv({ table, context, definitions, origin: url.origin });
		return csvResponse(csv, 'ido-prognose-trefzekerheid', ignored);
	}
	if (!forecast || !makeTable) error(404, 'No forecast for this day');
	const csv = figureCsv({
		table: makeTable(forecast, page),
		context: contextOf(forecast, demoData),
		definitions,
		origin: url.origin
	});
	return csvResponse(csv, `ido-prognose-${params.file}-${forecast.day}`, ignored);
};
