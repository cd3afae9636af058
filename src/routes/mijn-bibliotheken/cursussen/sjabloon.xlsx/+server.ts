import { reportedYears } from '#lib/programme/course/course.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { writeBook } from '#lib/server/platform/spreadsheet/book-writer.ts';
import { courseBook } from '#lib/server/work/course-file/course-book.ts';
import { requireReporter } from '#lib/server/work/course-file/course-file-actions.ts';
import { bookResponse } from '#lib/server/work/workbook/file-response.ts';
import type { RequestHandler } from './$types';

/** The workbook of the courses of one year (`jaar`), of who works for these libraries. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const user = requireReporter(locals);
	const db = getDb();
	const today = await readToday(db);
	const years = reportedYears(today);
	const asked = Number(url.searchParams.get('jaar'));
	const year = years.includes(asked) ? asked : years[0]!;
	const bytes = await writeBook(await courseBook(db, user, year, today));
	return bookResponse(bytes, `ido-cursussen-${year}`);
};
