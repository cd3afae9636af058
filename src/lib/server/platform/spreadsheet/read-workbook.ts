import { readXlsx, type Sheet as LibrarySheet } from 'hucre/xlsx';
import {
	MOST_COLUMNS,
	MOST_ROWS,
	RefusedFile,
	withoutEmpty,
	type Cell,
	type Sheet,
	type Tables
} from '#lib/base/spreadsheet/spreadsheet.ts';
import { checkZip } from './check-zip.ts';

/** The sheets of a workbook that are in sight, with all their rows; formulas are their values. */
export async function readWorkbook(bytes: Uint8Array): Promise<Tables> {
	checkZip(bytes);
	const book = await readXlsx(bytes, {
		sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
		maxRows: MOST_ROWS + 1
	}).catch(() => {
		throw new RefusedFile('damaged');
	});
	const sheets = book.sheets.map(toSheet);
	const rowCount = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
	if (rowCount > MOST_ROWS) throw new RefusedFile('too_many_rows');
	return { kind: 'xlsx', from1904: book.dateSystem === '1904', sheets };
}

function toSheet({ name, rows, merges = [] }: LibrarySheet): Sheet {
	const all = rows.map((values, index) => ({ number: index + 1, cells: values.map(toCell) }));
	const sheet = withoutEmpty({ name, rows: all });
	if (sheet.rows.some(({ cells }) => cells.length > MOST_COLUMNS)) {
		throw new RefusedFile('too_many_columns');
	}
	const byNumber = new Map(sheet.rows.map((row) => [row.number, row.cells]));
	// A merged cell says the same of every row and column that it covers.
	for (const { startRow, startCol, endRow, endCol } of merges) {
		const said = byNumber.get(startRow + 1)?.[startCol] ?? null;
		if (said === null) continue;
		for (let row = startRow; row <= Math.min(endRow, rows.length); row += 1) {
			const cells = byNumber.get(row + 1);
			for (let at = startCol; cells && at <= Math.min(endCol, MOST_COLUMNS); at += 1) {
				while (cells.length < at) cells.push(null);
				cells[at] = said;
			}
		}
	}
	return sheet;
}

function toCell(value: unknown): Cell {
	if (value === null || value === undefined) return null;
	if (value instanceof Date) {
		return Number.isNaN(value.getTime()) ? null : { day: value.toISOString().slice(0, 10) };
	}
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
		return value;
	}
	return null;
}
