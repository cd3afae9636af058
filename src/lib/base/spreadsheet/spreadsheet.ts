import type { Day } from '#lib/base/day/day.ts';

/** What stands in a cell. A day is told apart from a text and a number only by a workbook. */
export type Cell = string | number | boolean | null | { day: Day };

export interface SheetRow {
	/** As a spreadsheet counts it, from 1. */
	number: number;
	cells: Cell[];
}

export interface Sheet {
	/** Empty for a file that has no sheets, such as CSV. */
	name: string;
	/** Without empty rows; each without empty cells at its end. */
	rows: SheetRow[];
}

/** What a file holds, whatever it was made by. */
export interface Tables {
	kind: 'csv' | 'xlsx';
	/** True when the numbers of its days count from 1904, as spreadsheets on old Macs do. */
	from1904: boolean;
	sheets: Sheet[];
}

/** Why a file is not read; the texts are `workbook_refused_…`. */
export type FileRefusal =
	| 'empty'
	| 'too_large'
	| 'too_many_rows'
	| 'too_many_columns'
	| 'not_a_table'
	| 'old_excel'
	| 'encrypted'
	| 'macros'
	| 'damaged'
	| 'unpacks_too_large'
	| 'takes_too_long';

/** A file that is not read, and why. */
export class RefusedFile extends Error {
	readonly why: FileRefusal;

	constructor(why: FileRefusal) {
		super(why);
		this.why = why;
	}
}

/** Of a file as it is sent. Five thousand rows are a tenth of it. */
export const LARGEST_FILE_BYTES = 4_000_000;
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 200;

/** The letters of a column, counted from 0: A, B … Z, AA. */
export function columnLetters(index: number): string {
	const rest = String.fromCharCode(65 + (index % 26));
	return index < 26 ? rest : columnLetters(Math.floor(index / 26) - 1) + rest;
}

/** The sheet without empty rows, and each row without the empty cells at its end. */
export function withoutEmpty({ name, rows }: Sheet): Sheet {
	const filled = rows.flatMap(({ number, cells }) => {
		const last = cells.findLastIndex((cell) => !isEmptyCell(cell));
		return last < 0 ? [] : [{ number, cells: cells.slice(0, last + 1) }];
	});
	return { name, rows: filled };
}

export const isEmptyCell = (cell: Cell | undefined): boolean =>
	cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
