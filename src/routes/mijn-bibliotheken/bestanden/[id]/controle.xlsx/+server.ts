import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { writeBook } from '#lib/server/platform/spreadsheet/book-writer.ts';
import { compareFile } from '#lib/server/work/workbook/compare-file.ts';
import { bookResponse } from '#lib/server/work/workbook/file-response.ts';
import { listReasonLabels } from '#lib/server/work/workbook/make-book.ts';
import { remarksBook } from '#lib/server/work/workbook/remarks-book.ts';
import { requireUpload } from '#lib/server/work/workbook/upload-actions.ts';
import type { RequestHandler } from './$types';

/** The file of an adviser or the programme manager with remarks, for its author alone. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { user, upload } = await requireUpload(locals, params.id);
	if (upload.content === null) error(404, m.workbook_expired());
	const db = getDb();
	const file = await compareFile(db, user, upload, await readToday(db));
	const book = remarksBook(upload.content.sheets, file, await listReasonLabels(db));
	return bookResponse(await writeBook(book), `ido-controle-${upload.id}`);
};
