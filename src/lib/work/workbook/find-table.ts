import { cellText } from '#lib/base/spreadsheet/cell-values.ts';
import {
	isEmptyCell,
	type Cell,
	type Sheet,
	type SheetRow
} from '#lib/base/spreadsheet/spreadsheet.ts';
import { nameEssence } from '#lib/work/update/same-name.ts';
import type { Column } from './types.ts';

/** Rows above the table: a title, a date, a merged heading. */
const LOOKED_AT = 20;

/** What an adviser said before of headers that are not ours; by their essence. */
export type ColumnMapping = ReadonlyMap<string, Column | 'ignored'>;

export interface Table {
	sheet: string;
	/** Where each column stands, counted from 0. */
	columns: ReadonlyMap<Column, number>;
	/** Headers of columns with something in them that nobody knows yet. */
	unknown: string[];
	rows: SheetRow[];
}

/** The table of milestones in a sheet: the rows below its header; null when it has none. */
export function findTable(
	sheet: Sheet,
	known: ReadonlyMap<string, Column>,
	mapping: ColumnMapping
): Table | null {
	const columnOf = (text: string): Column | 'ignored' | undefined => {
		const essence = nameEssence(text);
		return mapping.get(essence) ?? known.get(essence);
	};
	const counts = sheet.rows
		.slice(0, LOOKED_AT)
		.map(({ cells }) => new Set(cells.map((cell) => columnOf(cellText(cell)))).size);
	const at = counts.indexOf(Math.max(...counts));
	const header = sheet.rows[at];
	if (!header) return null;
	const columns = new Map<Column, number>();
	const others: { header: string; index: number }[] = [];
	for (const [index, cell] of header.cells.entries()) {
		const text = cellText(cell);
		const column = columnOf(text);
		if (column === 'ignored' || text === '') continue;
		if (column && !columns.has(column)) columns.set(column, index);
		else if (!column) others.push({ header: text, index });
	}
	const isTable = columns.has('stamp') || (columns.has('library') && columns.size > 1);
	if (!isTable) return null;
	const rows = sheet.rows.slice(at + 1);
	const unknown = others
		.filter(({ index }) => rows.some(({ cells }) => !isEmptyCell(cells[index])))
		.map(({ header }) => header);
	return { sheet: sheet.name, columns, unknown: [...new Set(unknown)], rows };
}

/** Which of these headers stand for a column of ours by themselves. */
const isKnown = (cell: Cell | undefined, known: ReadonlyMap<string, Column>) =>
	known.has(nameEssence(cellText(cell)));

/**
 * Headers of a sheet that nobody can tell, where {@link findTable} finds no table: its author is asked
 * which is the library and which the milestone, also when she explained them before. Null for a sheet
 * without two columns and a row below their names.
 */
export function findUnknownHeaders(
	{ rows }: Sheet,
	known: ReadonlyMap<string, Column>
): string[] | null {
	const looked = rows.slice(0, LOOKED_AT);
	const counts = looked.map(({ cells }) => cells.filter((cell) => isKnown(cell, known)).length);
	const most = Math.max(...counts);
	const isHeader = ({ cells }: SheetRow) =>
		cells.filter((cell) => typeof cell === 'string' && /\p{L}/u.test(cell)).length > 1;
	const at = most > 0 ? counts.indexOf(most) : looked.findIndex(isHeader);
	const header = rows[at];
	if (!header || !isHeader(header) || at + 1 >= rows.length) return null;
	const texts = header.cells.filter((cell) => !isKnown(cell, known)).map(cellText);
	return [...new Set(texts.filter((text) => text !== ''))];
}
