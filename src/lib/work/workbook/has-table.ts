import type { Tables } from '#lib/base/spreadsheet/spreadsheet.ts';
import { findTable, findUnknownHeaders, type ColumnMapping, type Table } from './find-table.ts';
import { dictionariesOf } from './labels.ts';

/** Whether a file has anything to compare: a table whose columns can be told, or asked about. */
export function hasTable({ sheets }: Tables, mapping: ColumnMapping): boolean {
	const { columns } = dictionariesOf([]);
	return sheets.some((sheet) => {
		const table = findTable(sheet, columns, mapping);
		const isTold = table !== null && isOfMilestones(table);
		return isTold || findUnknownHeaders(sheet, columns) !== null;
	});
}

/** A table with rows about milestones; a sheet of locations has only libraries. */
export const isOfMilestones = ({ columns }: Pick<Table, 'columns'>): boolean =>
	columns.has('stamp') || columns.has('milestone');
