import type { Kysely } from 'kysely';
import { institutesOf } from '#lib/access/account/permission.ts';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { Book } from '#lib/base/spreadsheet/book.ts';
import { NO_COUNTS } from '#lib/programme/course/course.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { listLatestCourses } from '#lib/server/programme/course/queries.ts';
import { listScope } from '#lib/server/work/week/list-scope.ts';
import { courseTemplate } from '#lib/work/course-file/template.ts';

/** The workbook of one year for the libraries that this user works for. */
export async function courseBook(
	db: Kysely<DB>,
	user: User,
	year: number,
	today: Day
): Promise<Book> {
	const libraries = await listScope(db, institutesOf(user), today);
	const latest = await listLatestCourses(
		db,
		libraries.map(({ id }) => id)
	);
	const known = new Map(
		latest.filter((one) => one.year === year).map((one) => [one.libraryId, one] as const)
	);
	const nothing = { counts: NO_COUNTS, source: null, basedOn: 0, last: null };
	return courseTemplate(
		libraries.map(({ id, name }) => ({ library: name, known: known.get(id) ?? nothing })),
		year
	);
}
