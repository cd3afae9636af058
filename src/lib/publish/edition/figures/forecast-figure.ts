import {
	datesSentence,
	definitionsOf,
	fanChart,
	fanSentence,
	forecastSentence
} from '#lib/figures/forecast/figures.ts';
import type { ShownForecast } from '#lib/figures/forecast/forecast.ts';
import { fanTable } from '#lib/figures/forecast/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import type { EditionFigure } from './sections.ts';

/** A year; further away a reader finds the rest in the files. */
const MONTHS = 13;

/** What the model expected at the end of the quarter, from what the other figures know too. */
export function forecastFigure(forecast: ShownForecast, demoData: boolean): EditionFigure {
	const table = fanTable(forecast, 'locations');
	return {
		id: 'prognose',
		title: m.forecast_title(),
		sentence: `${forecastSentence(forecast)} ${fanSentence(forecast, 'locations')}`,
		panels: [{ key: 'fan', title: null, chart: fanChart(forecast, 'locations') }],
		table,
		brief: { table: { ...table, rows: table.rows.slice(0, MONTHS) }, note: m.edition_table_year() },
		definitions: definitionsOf('locations'),
		source: [
			datesSentence(forecast),
			m.chart_source({ source: m.forecast_source({ version: forecast.modelVersion }) }),
			...(demoData ? [m.chart_demo()] : [])
		].join(' ')
	};
}
