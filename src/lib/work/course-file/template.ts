import type { Book, BookColumn } from '#lib/base/spreadsheet/book.ts';
import type { Cell } from '#lib/base/spreadsheet/spreadsheet.ts';
import { m } from '#lib/paraglide/messages.js';
import { COURSE_SOURCES } from '#lib/programme/course/course.ts';
import { courseSourceLabel } from '#lib/programme/course/labels.ts';
import { entryValues } from '#lib/programme/course/entry-values.ts';
import { COURSE_COLUMNS, COURSE_NUMBERS, courseColumnLabel } from './columns.ts';
import type { KnownCourses } from './types.ts';

/** A library in the file to fill in, with what is known of the year. */
export interface CourseBookRow {
	library: string;
	known: KnownCourses;
}

const WIDTHS: Record<string, number> = { library: 36, year: 8, source: 28, stamp: 10 };
const FIXED = ['library', 'year', 'stamp'];

/** The workbook of one year: a row for each library, filled in with what is known. */
export function courseTemplate(rows: readonly CourseBookRow[], year: number): Book {
	const sources = COURSE_SOURCES.map((source) => courseSourceLabel(source));
	const explained = [
		...[m.course_file_explain_fill({ year }), m.course_file_explain_empty()],
		...[m.course_entry_small(), m.course_file_explain_back()]
	];
	return {
		title: m.course_file_title(),
		sheets: [
			{
				name: m.course_file_sheet(),
				columns: COURSE_COLUMNS.map((column) => toColumn(column, sources.length)),
				rows: rows.map((row) => toCells(row, year)),
				frozen: 1,
				locked: true
			},
			{
				name: m.load_sheet_explanation(),
				columns: [
					{ header: m.load_sheet_explanation(), width: 90, wrap: true },
					{ header: '', width: 3 },
					{ header: courseColumnLabel('source'), width: 30 }
				],
				rows: Array.from({ length: Math.max(explained.length, sources.length) }, (_, at) => [
					...[explained[at] ?? null, null, sources[at] ?? null]
				])
			}
		]
	};
}

function toColumn(column: string, sourceCount: number): BookColumn {
	return {
		...{ header: courseColumnLabel(column), width: WIDTHS[column] ?? 16 },
		open: !FIXED.includes(column),
		...(column === 'stamp' && { hidden: true }),
		...(column === 'source' && {
			choices: `'${m.load_sheet_explanation()}'!$C$2:$C$${sourceCount + 1}`,
			refusal: m.workbook_sheet_choice_refusal()
		})
	};
}

function toCells({ library, known }: CourseBookRow, year: number): Cell[] {
	const values = entryValues(known.counts, known.source);
	const numbers = COURSE_NUMBERS.map(({ field }) => toCell(values[field] ?? ''));
	const source = known.source === null ? null : courseSourceLabel(known.source);
	return [library, year, ...numbers, source, known.basedOn];
}

/** Numbers as real ones; "<5" stays a text. */
const toCell = (text: string): Cell =>
	text === '' ? null : /^\d+$/.test(text) ? Number(text) : text;
