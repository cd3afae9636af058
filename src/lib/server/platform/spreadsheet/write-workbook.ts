import {
	writeXlsx,
	type Cell as LibraryCell,
	type CellStyle,
	type DataValidation,
	type WriteSheet
} from 'hucre/xlsx';
import type { Book, BookColumn, BookSheet } from '#lib/base/spreadsheet/book.ts';
import { columnLetters, type Cell } from '#lib/base/spreadsheet/spreadsheet.ts';

const HEADER: CellStyle = {
	font: { bold: true, color: { rgb: 'FFFFFF' } },
	fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '154273' } },
	alignment: { vertical: 'top', wrapText: true },
	protection: { locked: true }
};
const LOCKED_FILL: CellStyle['fill'] = {
	type: 'pattern',
	pattern: 'solid',
	fgColor: { rgb: 'F0F0F0' }
};
const LEFT: CellStyle['alignment'] = { horizontal: 'left', vertical: 'top' };
const DAY_FORMAT = 'dd-mm-yyyy';
const SHARE_FORMAT = '0.0%';
const EURO_FORMAT = '#,##0.00';
/** The format of a text: a cell of it that is typed in again stays a text. */
const TEXT_FORMAT = '@';
/** What spreadsheets take for the beginning of a formula. */
const LIKE_FORMULA = /^[=+\-@\t\r]/;
/** Longer texts make a spreadsheet call a file damaged. */
const LONGEST_TEXT = 32_767;
/** Spreadsheets count days from here; nothing of ours is older. */
const FIRST_DAY = 36_526;
const LAST_DAY = 55_152;

/** A workbook with a frozen header, widths, real days, drop-downs and locked cells. */
export async function writeWorkbook({ title, sheets }: Book): Promise<Uint8Array> {
	return writeXlsx({ sheets: sheets.map(toSheet), properties: { title } });
}

function toSheet(sheet: BookSheet): WriteSheet {
	const { name, columns, rows, frozen = 0, locked = false, plain = false } = sheet;
	const header = plain ? [] : [columns.map((column) => column.header)];
	const last = columnLetters(columns.length - 1);
	const written = columns.map((column) => toColumn(column, locked));
	const cells = new Map<string, Partial<LibraryCell>>(
		plain ? [] : columns.map((_, at) => [`0,${at}`, { style: HEADER }])
	);
	for (const [index, row] of rows.entries()) {
		for (const [at, cell] of row.entries()) {
			if (typeof cell !== 'string' || !LIKE_FORMULA.test(cell)) continue;
			const style = { ...written[at]?.style, numFmt: TEXT_FORMAT };
			cells.set(`${index + header.length},${at}`, { style });
		}
		// A sheet without kinds of columns has its days one by one.
		if (plain) {
			for (const [at, cell] of row.entries()) {
				if (!isDay(cell)) continue;
				cells.set(`${index},${at}`, { style: { numFmt: DAY_FORMAT, alignment: LEFT } });
			}
		}
	}
	return {
		name,
		columns: written,
		rows: [...header, ...rows.map((row) => row.map(toValue))],
		cells,
		...(plain
			? {}
			: {
					freezePane: { rows: 1, columns: frozen },
					autoFilter: { range: `A1:${last}${rows.length + 1}` }
				}),
		dataValidations: plain ? [] : columns.flatMap((column, at) => rulesOf(column, at, rows.length)),
		// Filtering, sorting and widths stay hers; without a password, for it is a help and no lock.
		...(locked && {
			protection: {
				...{ sheet: true, autoFilter: true, sort: true, formatColumns: true, formatRows: true },
				formatCells: true
			}
		}),
		pageSetup: { orientation: 'landscape' }
	};
}

function toColumn({ width, kind, open, hidden, wrap }: BookColumn, locked: boolean) {
	const style: CellStyle = {
		...(kind === 'day' && { numFmt: DAY_FORMAT }),
		...(kind === 'share' && { numFmt: SHARE_FORMAT }),
		...(kind === 'euro' && { numFmt: EURO_FORMAT }),
		...(locked && (open ? { protection: { locked: false } } : { fill: LOCKED_FILL })),
		...(wrap && { alignment: { wrapText: true, vertical: 'top' } })
	};
	return { width, hidden: hidden ?? false, style };
}

function rulesOf(
	{ kind, open, choices, refusal, header }: BookColumn,
	at: number,
	rowCount: number
): DataValidation[] {
	if (!open || rowCount === 0) return [];
	const letters = columnLetters(at);
	const range = `${letters}2:${letters}${rowCount + 1}`;
	const told = {
		...{ range, allowBlank: true, showErrorMessage: true, errorTitle: header.slice(0, 32) },
		...(refusal && { errorMessage: refusal.slice(0, 250) })
	};
	if (choices) return [{ ...told, type: 'list', formula1: choices }];
	if (kind !== 'day') return [];
	const days = { formula1: String(FIRST_DAY), formula2: String(LAST_DAY) };
	return [{ ...told, ...days, type: 'date', operator: 'between' }];
}

function toValue(cell: Cell): string | number | boolean | Date | null {
	if (isDay(cell)) return new Date(`${cell.day}T00:00:00Z`);
	return typeof cell === 'string' ? toText(cell) : cell;
}

const isDay = (cell: Cell): cell is { day: string } => cell !== null && typeof cell === 'object';

/** As a workbook can say it: what looks like an escape is escaped, and no half characters. */
const toText = (text: string): string =>
	text
		.slice(0, LONGEST_TEXT)
		.toWellFormed()
		.replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
		.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
