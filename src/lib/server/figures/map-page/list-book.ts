import type { FigureContext, FigureTable } from '#lib/base/charts/figure.ts';
import { viewContext } from '#lib/base/selection/figure-context.ts';
import { filterSentences } from '#lib/base/selection/filter-texts.ts';
import type { Book } from '#lib/base/spreadsheet/book.ts';
import { MOST_ROWS } from '#lib/base/spreadsheet/spreadsheet.ts';
import { m } from '#lib/paraglide/messages.js';
import { figureBook } from '#lib/server/base/charts/figure-book.ts';
import { csvTable, kindOfColumn } from '#lib/server/network/standing/csv-table.ts';
import { readLateRows } from './list-whys.ts';
import { readListPage } from './read-list.ts';
import type { MapFile } from './read-map-file.ts';

/**
 * All pages of the list of a view as a workbook; null when it is longer than a workbook of ours may be,
 * for it stands in memory whole.
 */
export async function listBook(file: MapFile, url: URL, name: string): Promise<Book | null> {
	const { db, where, view, standings } = file;
	const list = await readListPage(
		db,
		where,
		{ ...view, page: 1 },
		standings.municipalities,
		MOST_ROWS
	);
	if (list.page.total > MOST_ROWS) return null;
	const { columns, rows } = csvTable(list, await readLateRows(db, where, list, standings.reasons));
	const table: FigureTable = {
		columns: columns.map((key) => ({ key, label: key, kind: kindOfColumn(key) })),
		rows
	};
	const definitions = [
		{ anchor: 'gerealiseerd', about: m.explain_term_gerealiseerd() },
		{ anchor: 'locaties', about: m.explain_term_locaties() },
		{ anchor: 'gepland', about: m.explain_term_gepland() }
	] as const;
	return figureBook({ table, definitions, context: contextOf(file), url, title: name });
}

/** As of a figure, with the filter by status that a list has and figures have not. */
function contextOf(file: MapFile): FigureContext {
	const { view, today, supportInstitutes } = file;
	const filters = filterSentences(view, today, supportInstitutes, () => '');
	return {
		...viewContext(file, supportInstitutes),
		filters: filters.map(({ text }) => text)
	};
}
