import { requireRole } from '#lib/server/access/account/permission.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { writeBook } from '#lib/server/platform/spreadsheet/book-writer.ts';
import { readBookScope } from '#lib/server/work/workbook/book-scope.ts';
import { bookResponse } from '#lib/server/work/workbook/file-response.ts';
import { makeBook } from '#lib/server/work/workbook/make-book.ts';
import type { RequestHandler } from './$types';

/** The workbook of my libraries, of an adviser or the programme manager. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const user = requireRole(locals, 'advisor', 'programme_manager');
	const db = getDb();
	const today = await readToday(db);
	const scope = await readBookScope(db, user, url.searchParams, today);
	const bytes = await writeBook(await makeBook(db, scope, today));
	return bookResponse(bytes, `ido-mijlpalen-${today}`);
};
