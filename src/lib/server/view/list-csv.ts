import { m } from '#lib/paraglide/messages.js';
import { csvFile } from './csv-file.ts';
import { csvTable } from './csv-table.ts';
import { readListPage } from './read-list.ts';
import type { MapFile } from './read-map-file.ts';

/** A large list is read and written in parts, so that it never stands in memory whole. */
const PART = 2_000;

/**
 * The list of a view as CSV, all pages of it, in parts: both dates, the source and whether there are
 * invented records stand in each row.
 */
export async function* listCsv(
	file: Pick<MapFile, 'db' | 'where' | 'view' | 'stands' | 'today' | 'demoData'>
): AsyncGenerator<string> {
	const { db, where, view, stands } = file;
	const about = aboutRows(file);
	for (let page = 1, last = 1; page <= last; page++) {
		const part = await readListPage(db, where, { ...view, page }, stands.municipalities, PART);
		const { columns, rows } = csvTable(part);
		yield csvFile(columns, rows, about, { header: page === 1 });
		last = Math.ceil(part.page.total / PART);
	}
}

function aboutRows({ view, today, demoData }: Pick<MapFile, 'view' | 'today' | 'demoData'>) {
	return {
		peildatum: view.asOf.validOn,
		bekend_op: view.asOf.knownOn ?? today,
		bron: m.view_source(),
		definitie: m.view_source_definition(),
		voorbeeldgegevens: demoData ? 'ja' : 'nee'
	};
}
