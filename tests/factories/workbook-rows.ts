import type { Cell } from '#lib/base/spreadsheet/spreadsheet.ts';
import { readWorkbook } from '#lib/server/platform/spreadsheet/read-workbook.ts';

/** A cell of a workbook as the CSV of the same table writes it, with decimal points. */
export const asCsvText = (cell: Cell): string =>
	cell !== null && typeof cell === 'object' ? cell.day : String(cell ?? '');

/** The sheet with the data of a workbook, read back by the library, as the texts of a CSV. */
export async function workbookRows(bytes: Uint8Array): Promise<string[][]> {
	const [data] = (await readWorkbook(bytes)).sheets;
	const width = data!.rows[0]!.cells.length;
	return data!.rows.map(({ cells }) =>
		Array.from({ length: width }, (_, at) => asCsvText(cells[at] ?? null))
	);
}

/** What a CSV in front of texts that look like a formula has, and a workbook does without. */
export const withoutApostrophes = (rows: readonly (readonly string[])[]): string[][] =>
	rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')));
