import { factDayOf } from '#lib/base/as-of/as-of.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { ListRows } from '#lib/figures/map-page/list-rows.ts';
import { csvFile, csvFormat, type CsvOptions } from '#lib/server/base/csv/csv-file.ts';
import { csvTable } from '#lib/server/network/standing/csv-table.ts';
import { readListPage } from './read-list.ts';
import type { MapFile } from './read-map-file.ts';

/**
 * A list as CSV: both dates, the source and whether there are invented records stand in each row.
 * Without `header` it is what follows after an earlier page.
 */
export function listCsv(
	list: ListRows,
	about: Readonly<Record<string, string>>,
	options: CsvOptions
): string {
	const { columns, rows } = csvTable(list);
	return csvFile(columns, rows, about, options);
}

/** The columns that say what a whole file is, in the language of the reader. */
export function aboutList({
	view,
	today,
	demoData
}: Pick<MapFile, 'view' | 'today' | 'demoData'>): Record<string, string> {
	return {
		feiten_van: factDayOf(view.asOf, today),
		peildatum: view.asOf.validOn,
		bekend_op: view.asOf.knownOn ?? today,
		bron: m.view_source(),
		definitie: m.view_source_definition(),
		voorbeeldgegevens: demoData ? 'ja' : 'nee'
	};
}

/** A large list is read and written in parts, so that it never stands in memory whole. */
const PART = 2_000;

/**
 * All pages of the list of a view as CSV, each read when it is asked for. The first part is read
 * before this resolves, so that what goes wrong can still be told.
 */
export async function streamListCsv(file: MapFile): Promise<ReadableStream<string>> {
	const { db, where, view, standings } = file;
	const readPart = (page: number) =>
		readListPage(db, where, { ...view, page }, standings.municipalities, PART);
	const first = await readPart(1);
	const last = Math.ceil(first.page.total / PART);
	// Now, because later parts are asked for outside the request, where no language is known.
	const about = aboutList(file);
	const format = csvFormat(file.params, getLocale());
	let page = 1;
	return new ReadableStream<string>(
		{
			async pull(controller) {
				const part = page === 1 ? first : await readPart(page);
				controller.enqueue(listCsv(part, about, { format, header: page === 1 }));
				if (page >= last) controller.close();
				page++;
			}
		},
		{ highWaterMark: 0 }
	);
}
