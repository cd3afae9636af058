import { cellText, readIntegerCell } from '#lib/base/spreadsheet/cell-values.ts';
import type { Sheet, SheetRow, Tables } from '#lib/base/spreadsheet/spreadsheet.ts';
import { m } from '#lib/paraglide/messages.js';
import { nameEssence } from '#lib/work/update/same-name.ts';
import { COURSE_NUMBERS, courseColumnLabel, type CourseWords } from './columns.ts';
import type { CourseFileRow, CourseRemark } from './types.ts';

/** Rows above the table: a title, a date, an explanation. */
const LOOKED_AT = 20;

/** The rows of all sheets with courses that say something; other sheets are passed over. */
export function readCourseFile({ sheets }: Tables, words: CourseWords): CourseFileRow[] {
	return sheets.flatMap((sheet) => {
		const table = findCourseTable(sheet, words);
		return table === null ? [] : table.rows.flatMap((row) => readRow(sheet, table, row, words));
	});
}

interface CourseTable {
	columns: ReadonlyMap<string, number>;
	rows: readonly SheetRow[];
}

/** The rows below the header; null for a sheet without libraries, years or numbers of courses. */
function findCourseTable({ rows }: Sheet, { columns: known }: CourseWords): CourseTable | null {
	const headers = rows.slice(0, LOOKED_AT).map(
		({ cells }) =>
			new Map(
				cells.flatMap((cell, index) => {
					const column = known.get(nameEssence(cellText(cell)));
					return column ? [[column, index] as const] : [];
				})
			)
	);
	const at = headers.findIndex(
		(columns) =>
			columns.has('library') &&
			columns.has('year') &&
			COURSE_NUMBERS.some(({ field }) => columns.has(field))
	);
	return at < 0 ? null : { columns: headers[at]!, rows: rows.slice(at + 1) };
}

function readRow(
	{ name: sheet }: Sheet,
	{ columns }: CourseTable,
	{ number, cells }: SheetRow,
	words: CourseWords
): CourseFileRow[] {
	const cell = (column: string) => {
		const at = columns.get(column);
		return at === undefined ? null : (cells[at] ?? null);
	};
	const texts = Object.fromEntries(
		COURSE_NUMBERS.map(({ field }) => [field, numberText(cellText(cell(field)))])
	);
	// The file has a row for every library: one without a number says nothing.
	if (Object.values(texts).every((text) => text === '')) return [];
	const remarks: CourseRemark[] = [];
	const error = (column: string, text: string) => remarks.push({ column, kind: 'error', text });
	const library = cellText(cell('library'));
	if (library === '') error('library', m.workbook_problem_no_library());
	const year = readIntegerCell(cell('year'));
	if (year === null) error('year', m.course_problem_year());
	const said = cellText(cell('source'));
	const source = words.sources.get(nameEssence(said)) ?? null;
	if (said !== '' && source === null) {
		const column = courseColumnLabel('source');
		error('source', m.load_problem_word({ value: said.slice(0, 60), column }));
	}
	return [
		{
			...{ key: `${sheet}!${number}`, sheet, number, library, year, texts, source, remarks },
			basedOn: readIntegerCell(cell('stamp'))
		}
	];
}

/** A whole number that a spreadsheet writes as "12,0" or "12.00" is that number; "1.000" is a thousand. */
const numberText = (text: string): string => /^(\d+)[.,]0{1,2}$/.exec(text)?.[1] ?? text;
