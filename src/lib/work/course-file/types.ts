import type { CourseCounts, CourseSource } from '#lib/programme/course/course.ts';
import type { RowFate } from '#lib/work/workbook/preview.ts';

export interface CourseRemark {
	/** The name of a column; null for the row as a whole. */
	column: string | null;
	kind: 'error' | 'warning';
	text: string;
}

/** What is known of a library in a year, before the file. */
export interface KnownCourses {
	counts: CourseCounts;
	/** Of the last report; null without any. */
	source: CourseSource | null;
	/** The last report; 0 without any. */
	basedOn: number;
	/** Who reported last, and when; null without any. */
	last: { organisation: string; recordedAt: Date } | null;
}

/** A row of the file as far as it can be read without what is known. */
export interface CourseFileRow {
	/** Its name within the file. */
	key: string;
	sheet: string;
	/** As the spreadsheet counts it. */
	number: number;
	library: string;
	/** Null where the cell is empty or no year; a remark says so. */
	year: number | null;
	/** What stands in the cells of the numbers, by field. */
	texts: Readonly<Record<string, string>>;
	/** Null where nothing is said. */
	source: CourseSource | null;
	/** The last report that the row was made from; null for a file that is not ours. */
	basedOn: number | null;
	remarks: CourseRemark[];
}

/** What is recorded for a row. */
export interface CourseFileEntry {
	libraryId: number;
	year: number;
	counts: CourseCounts;
	source: CourseSource;
}

/** A row with what becomes of it. */
export interface JudgedCourseRow {
	row: CourseFileRow;
	fate: RowFate;
	/** What it changes, in words. */
	changes: string[];
	library: { id: number; slug: string; name: string } | null;
	/** Only of a row that is new. */
	entry: CourseFileEntry | null;
	/** A name that can be explained. */
	unknownLibrary: string | null;
	/** What somebody else reported since the file was made. */
	theirs: KnownCourses | null;
}
