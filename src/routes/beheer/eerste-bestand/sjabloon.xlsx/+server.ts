import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { writeBook } from '#lib/server/platform/spreadsheet/book-writer.ts';
import { requireLoader } from '#lib/server/work/load/load-actions.ts';
import { listScope } from '#lib/server/work/week/list-scope.ts';
import { bookResponse } from '#lib/server/work/workbook/file-response.ts';
import { loadTemplate } from '#lib/work/load/template.ts';
import type { RequestHandler } from './$types';

/** The empty first file, of the programme manager. */
export const GET: RequestHandler = async ({ locals }) => {
	requireLoader(locals);
	const db = getDb();
	const libraries = await listScope(db, null, await readToday(db));
	const bytes = await writeBook(loadTemplate(libraries.map(({ name }) => name)));
	return bookResponse(bytes, 'ido-eerste-bestand');
};
