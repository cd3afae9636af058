import { m } from '#lib/paraglide/messages.js';
import type { ListRows } from '#lib/view/list-rows.ts';
import { csvFile } from './csv-file.ts';
import { csvTable } from './csv-table.ts';
import type { MapFile } from './read-map-file.ts';

/** A list as CSV: both dates, the source and whether there are invented records stand in each row. */
export function listCsv(
	list: ListRows,
	{ view, today, demoData }: Pick<MapFile, 'view' | 'today' | 'demoData'>
): string {
	const { columns, rows } = csvTable(list);
	return csvFile(columns, rows, {
		peildatum: view.asOf.validOn,
		bekend_op: view.asOf.knownOn ?? today,
		bron: m.view_source(),
		definitie: m.view_source_definition(),
		voorbeeldgegevens: demoData ? 'ja' : 'nee'
	});
}
