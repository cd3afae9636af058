import {
	conditionsOf,
	type FigureContext,
	type FigureDefinition,
	type FigureTable
} from '#lib/charts/figure.ts';
import { definitionPath } from '#lib/definition/definition-path.ts';
import { csvFile } from '#lib/server/view/csv-file.ts';

export interface FigureFile {
	table: FigureTable;
	context: FigureContext;
	definitions: readonly FigureDefinition[];
	/** Where this installation lives: `https://ido.example.nl`. */
	origin: string;
}

/** The table of a figure as CSV: the dates, filters, source and definitions stand in each row. */
export function figureCsv({ table, context, definitions, origin }: FigureFile): string {
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
				.map(({ anchor }) => new URL(definitionPath(anchor), origin).href)
				.join(' '),
			voorbeeldgegevens: context.demoData ? 'ja' : 'nee'
		}
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
