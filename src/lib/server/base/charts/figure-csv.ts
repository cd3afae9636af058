import {
	conditionsOf,
	type FigureContext,
	type FigureDefinition,
	type FigureTable
} from '#lib/base/charts/figure.ts';
import { definitionPath } from '#lib/base/definition/definition-path.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { csvFile, csvFormat } from '#lib/server/base/csv/csv-file.ts';

export interface FigureFile {
	table: FigureTable;
	context: FigureContext;
	definitions: readonly FigureDefinition[];
	/** The address that was asked for: where this installation lives, and how the table is written. */
	url: URL;
}

/** The table of a figure as CSV: the dates, filters, source and definitions stand in each row. */
export function figureCsv({ table, context, definitions, url }: FigureFile): string {
	return csvFile(
		table.columns.map(({ key }) => key),
		table.rows,
		{
			peildatum: context.validOn,
			bekend_op: context.knownOn,
			feiten_van: context.factsOn ?? context.validOn,
			filter: conditionsOf(context).join('; '),
			bron: context.source,
			definitie: definitions
				.map(({ anchor }) => new URL(definitionPath(anchor), url).href)
				.join(' '),
			voorbeeldgegevens: context.demoData ? 'ja' : 'nee'
		},
		{ format: csvFormat(url.searchParams, getLocale()) }
	);
}

/** The answer with a CSV to keep, open to all origins, because everything in it is public. */
export function csvResponse(csv: string, name: string, ignored: readonly string[] = []): Response {
	return new Response(csv, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${name}.csv"`,
			'access-control-allow-origin': '*',
			...(ignored.length > 0 ? { 'x-ignored-parameters': ignored.join(', ') } : {})
		}
	});
}
