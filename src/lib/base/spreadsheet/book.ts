import type { Cell } from './spreadsheet.ts';

/** A workbook to be written, as plain values: it is made in another thread. */
export interface Book {
	title: string;
	sheets: BookSheet[];
}

export interface BookSheet {
	name: string;
	columns: BookColumn[];
	/** A day is written as a real one. */
	rows: Cell[][];
	/** Columns that stay in sight at the left. */
	frozen?: number;
	/** Cells of columns that are not `open` cannot be changed. */
	locked?: boolean;
	/** No row of headers: a sheet to be read. */
	plain?: boolean;
}

export interface BookColumn {
	header: string;
	/** In letters. */
	width: number;
	/** A share is a part of one, shown as a percentage; euros have two decimals. */
	kind?: 'text' | 'day' | 'number' | 'share' | 'euro';
	/** May be filled in on a locked sheet. */
	open?: boolean;
	hidden?: boolean;
	/** A list to choose from: where it stands, such as `Uitleg!$D$2:$D$9`. */
	choices?: string;
	/** What is said when something else is filled in; and for a day that is none. */
	refusal?: string;
	wrap?: boolean;
}
