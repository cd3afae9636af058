import type { Tables } from '#lib/base/spreadsheet/spreadsheet.ts';
import { findTable, type ColumnMapping } from './find-table.ts';
import { dictionariesOf } from './labels.ts';

/** Whether a file has anything to compare: a table whose columns can be told, or almost. */
export function hasTable({ sheets }: Tables, mapping: ColumnMapping): boolean {
	const { columns } = dictionariesOf([]);
	return sheets.some((sheet) => {
		const table = findTable(sheet, columns, mapping);
		return table !== null && (table.columns.has('stamp') || table.columns.has('milestone'));
	});
}
