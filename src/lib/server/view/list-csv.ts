import { stringify } from 'csv-stringify/sync';
import { m } from '#lib/paraglide/messages.js';
import type { ListRows } from '#lib/view/list-rows.ts';
import { csvTable } from './csv-table.ts';
import type { MapFile } from './read-map-file.ts';

/**
 * A list as CSV (RFC 4180, UTF-8 with a mark so that Excel reads it as such). There is no preamble,
 * because that breaks parsers: both dates, the source and whether there are invented records stand in
 * columns of each row. Texts that a spreadsheet would run as a formula get an apostrophe in front.
 */
export function listCsv(
	list: ListRows,
	{ view, today, demoData }: Pick<MapFile, 'view' | 'today' | 'demoData'>
): string {
	const about = {
		peildatum: view.asOf.validOn,
		bekend_op: view.asOf.knownOn ?? today,
		bron: m.view_source(),
		definitie: m.view_source_definition(),
		voorbeeldgegevens: demoData ? 'ja' : 'nee'
	};
	const { columns, rows } = csvTable(list);
	return stringify(
		rows.map((row) => [...row.map((cell) => cell ?? ''), ...Object.values(about)]),
		{
			header: true,
			columns: [...columns, ...Object.keys(about)],
			bom: true,
			record_delimiter: 'windows',
			escape_formulas: true
		}
	);
}
