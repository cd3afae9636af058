import type { FigureContext, FigureTable } from '#lib/base/charts/figure.ts';
import type { NamedFigure } from '#lib/base/charts/figure-answer.ts';
import { contextOf, definitionsOf } from '#lib/figures/forecast/figures.ts';
import { MODEL_VERSION, type ShownForecast } from '#lib/figures/forecast/forecast.ts';
import {
	countryTable,
	fanTable,
	libraryTable,
	provinceTable,
	trackTable
} from '#lib/figures/forecast/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ForecastPage } from './read-page.ts';

type MakeTable = (forecast: ShownForecast, page: ForecastPage) => FigureTable;

const TABLES = {
	landelijk: countryTable,
	provincies: (forecast, { measure }) => provinceTable(forecast, measure),
	bibliotheken: (forecast) => libraryTable(forecast),
	verwacht: (forecast, { measure }) => fanTable(forecast, measure)
} as const satisfies Record<string, MakeTable>;

type TableName = keyof typeof TABLES;
const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** The files of the page: `/prognose/NAME.csv`. */
export const FORECAST_FILES = [...TABLE_NAMES, 'trefzekerheid'] as const;
export type ForecastFile = (typeof FORECAST_FILES)[number];

/** Whether this file cannot be given yet, because what it says is still being made. */
export function isBusy({ state, track }: ForecastPage, file: ForecastFile): boolean {
	if (file === 'trefzekerheid') return track.computing > 0;
	return state === 'computing' || state === 'previous' || state === 'failed';
}

/** One table of the page with its dates; null when nothing can be forecast for this day. */
export function forecastFigure(
	page: ForecastPage,
	file: ForecastFile
): (NamedFigure & { context: FigureContext }) | null {
	const { forecast, track, measure, filters, demoData } = page;
	const definitions = definitionsOf(measure);
	if (file === 'trefzekerheid') {
		const context = {
			...{ validOn: track.judgedOn, knownOn: track.knownOn, filters, demoData },
			source: m.forecast_source({ version: MODEL_VERSION })
		};
		return {
			name: file,
			table: trackTable(track.scores, filters.length === 0),
			definitions,
			context
		};
	}
	if (!forecast) return null;
	const table = TABLES[file](forecast, page);
	return { name: file, table, definitions, context: contextOf(forecast, demoData, filters) };
}
