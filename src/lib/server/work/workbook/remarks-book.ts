import type { Book, BookColumn } from '#lib/base/spreadsheet/book.ts';
import { cellText } from '#lib/base/spreadsheet/cell-values.ts';
import type { Cell, Sheet } from '#lib/base/spreadsheet/spreadsheet.ts';
import { m } from '#lib/paraglide/messages.js';
import { fateLabel } from '#lib/work/workbook/fate-label.ts';
import type { Table } from '#lib/work/workbook/find-table.ts';
import { bookColumn, explanationSheet, FROZEN_COLUMNS } from '#lib/work/workbook/sheets.ts';
import type { ComparedFile } from './compare-file.ts';
import { remarkText } from './show-rows.ts';

/**
 * The same file as a workbook, with a column of remarks behind each table of milestones; other sheets
 * are as they were.
 */
export function remarksBook(
	sheets: readonly Sheet[],
	file: ComparedFile,
	reasons: readonly string[]
): Book {
	const explanation = explanationSheet(m.workbook_remarks_text(), reasons);
	const others = sheets.filter(({ name }) => name !== explanation.name);
	return {
		title: m.workbook_title(),
		sheets: [
			...others.map((sheet) => {
				const table = file.tables.find((one) => one.sheet === sheet.name);
				return table ? withRemarks(sheet, table, file, reasons) : asItWas(sheet);
			}),
			explanation
		]
	};
}

function withRemarks(sheet: Sheet, table: Table, file: ComparedFile, reasons: readonly string[]) {
	const at = sheet.rows.length - table.rows.length - 1;
	const header = sheet.rows[at]!.cells;
	const width = Math.max(...sheet.rows.map(({ cells }) => cells.length));
	const byIndex = new Map([...table.columns].map(([column, index]) => [index, column]));
	const compared = new Map(
		file.rows.filter(({ row }) => row.sheet === table.sheet).map((one) => [one.row.number, one])
	);
	const own = Array.from({ length: width }, (_, index): BookColumn => {
		const column = byIndex.get(index);
		const name = cellText(header[index]);
		return column ? { ...bookColumn(column, reasons), header: name } : { header: name, width: 20 };
	});
	return {
		name: sheet.name || m.workbook_sheet_milestones(),
		columns: [...own, { header: m.workbook_column_remarks(), width: 60, wrap: true }],
		rows: table.rows.map(({ number, cells }): Cell[] => {
			const { fate, remarks } = compared.get(number)!;
			const texts = remarks.map((remark) => remarkText(remark, table));
			const said = [fateLabel(fate), ...texts].join('. ').replace(/\.\. /g, '. ');
			return [...Array.from({ length: width }, (_, index) => cells[index] ?? null), said];
		}),
		...(table.columns.has('stamp') && { frozen: FROZEN_COLUMNS })
	};
}

function asItWas({ name, rows }: Sheet) {
	const [header, ...rest] = rows;
	const width = Math.max(1, ...rows.map(({ cells }) => cells.length));
	return {
		name,
		columns: Array.from({ length: width }, (_, index) => ({
			header: cellText(header?.cells[index]),
			width: 24
		})),
		rows: rest.map(({ cells }) => cells)
	};
}
