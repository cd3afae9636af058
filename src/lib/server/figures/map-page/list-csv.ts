import { factDayOf } from '#lib/base/as-of/as-of.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { ListRows } from '#lib/figures/map-page/list-rows.ts';
import { csvFile, csvFormat, type CsvOptions } from '#lib/server/base/csv/csv-file.ts';
import { csvTable } from '#lib/server/network/standing/csv-table.ts';
import type { LateRows } from '#lib/network/standing/why-late.ts';
import { inLocale } from '#lib/server/platform/locale/in-locale.ts';
import { readLateRows } from './list-whys.ts';
import { readListPage } from './read-list.ts';
import type { MapFile } from './read-map-file.ts';

/**
 * A list as CSV: both dates, the source and whether there are invented records stand in each row.
 * Without `header` it is what follows after an earlier page.
 */
export function listCsv(
	list: ListRows,
	late: LateRows,
	about: Readonly<Record<string, string>>,
	options: CsvOptions
): string {
	const { columns, rows } = csvTable(list, late);
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
	// Later parts are asked for outside the request, where no language is known.
	const locale = getLocale();
	const readLate = (list: ListRows) =>
		inLocale(locale, () => readLateRows(db, where, list, standings.reasons));
	const first = await readPart(1);
	const firstLate = await readLate(first);
	const last = Math.ceil(first.page.total / PART);
	const about = aboutList(file);
	const format = csvFormat(file.params, locale);
	let page = 1;
	return new ReadableStream<string>(
		{
			async pull(controller) {
				const part = page === 1 ? first : await readPart(page);
				const late = page === 1 ? firstLate : await readLate(part);
				controller.enqueue(listCsv(part, late, about, { format, header: page === 1 }));
				if (page >= last) controller.close();
				page++;
			}
		},
		{ highWaterMark: 0 }
	);
}
