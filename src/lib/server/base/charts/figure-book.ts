import { conditionsOf, type Cell, type FigureColumn } from '#lib/base/charts/figure.ts';
import { definitionPath } from '#lib/base/definition/definition-path.ts';
import type { Book, BookColumn, BookSheet } from '#lib/base/spreadsheet/book.ts';
import type { Cell as BookCell } from '#lib/base/spreadsheet/spreadsheet.ts';
import { m } from '#lib/paraglide/messages.js';
import type { FigureFile } from './figure-csv.ts';

/** In letters: a name of a library fits, a sentence is cut off. */
const WIDEST = 60;
const NARROWEST = 10;
/** Rows that say how wide a column is: the others are alike. */
const LOOKED_AT = 200;

export interface FigureBookFile extends FigureFile {
	/** What the program that opens it shows as its title. */
	title: string;
}

/**
 * The table of a figure as a workbook: the names and rows of its CSV on one sheet, with days and numbers
 * that are ones, and on another what the CSV repeats in each row.
 */
export function figureBook(file: FigureBookFile): Book {
	const { title, table } = file;
	return {
		title,
		sheets: [
			{
				name: m.chart_book_data(),
				columns: table.columns.map((column, at) => ({
					header: column.key,
					kind: column.kind,
					width: widthOf(column, at, table.rows)
				})),
				rows: table.rows.map((row) =>
					table.columns.map(({ kind }, at) => toBookCell(row[at] ?? null, kind))
				),
				frozen: 1
			},
			aboutSheet(file)
		]
	};
}

const toBookCell = (cell: Cell, kind: FigureColumn['kind']): BookCell =>
	kind === 'day' && typeof cell === 'string' ? { day: cell } : cell;

function widthOf({ key, kind }: FigureColumn, at: number, rows: readonly (readonly Cell[])[]) {
	const longest = rows
		.slice(0, LOOKED_AT)
		.reduce((most, row) => Math.max(most, String(row[at] ?? '').length), key.length);
	return Math.min(WIDEST, Math.max(NARROWEST, (kind === 'day' ? key.length : longest) + 3));
}

/** What the file is, as lines of a name and a value. */
function aboutSheet({ title, table, context, definitions, url }: FigureBookFile): BookSheet {
	const { validOn, knownOn, factsOn = validOn, source, demoData } = context;
	const conditions = conditionsOf(context);
	// Where a column is called the same in words, that adds nothing.
	const named = table.columns.filter(({ key, label }) => label !== key);
	const columns: BookColumn[] = [
		{ header: '', width: 28 },
		{ header: '', width: 90, wrap: true }
	];
	return {
		name: m.chart_book_about(),
		columns,
		plain: true,
		rows: [
			[m.chart_book_title(), title],
			[m.chart_book_valid_on(), { day: validOn }],
			[m.chart_book_known_on(), { day: knownOn }],
			[m.chart_book_facts_on(), { day: factsOn }],
			[m.chart_book_filters(), conditions.join('; ') || m.chart_book_no_filters()],
			[m.chart_book_source(), source],
			...definitions.map(({ about, anchor }) => [
				m.chart_book_definition(),
				`${about}: ${new URL(definitionPath(anchor), url).href}`
			]),
			[m.chart_book_address(), url.href],
			...(demoData ? [[m.chart_book_note(), m.chart_demo()]] : []),
			...named.map(({ key, label }) => [m.chart_book_column({ key }), label])
		]
	};
}
