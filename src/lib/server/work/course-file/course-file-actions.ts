import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { User } from '#lib/access/account/user.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireRole } from '#lib/server/access/account/permission.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { keepUpload } from '#lib/server/work/workbook/queries.ts';
import { readSentFile } from '#lib/server/work/workbook/read-sent-file.ts';
import { requireUpload, type FileKind } from '#lib/server/work/workbook/upload-actions.ts';
import { courseWords } from '#lib/work/course-file/columns.ts';
import { readCourseFile } from '#lib/work/course-file/read-course-file.ts';
import { applyCourseFile, undoCourseFile } from './apply-course-file.ts';

export const COURSE_FILES: FileKind = {
	...{ kind: 'courses', base: '/mijn-bibliotheken/cursussen', apply: applyCourseFile }
};

export const requireReporter = (locals: App.Locals): User =>
	requireRole(locals, 'advisor', 'programme_manager');

/** Reads a file of courses and keeps its rows; the preview is the next page. */
export async function sendCourseFile(event: RequestEvent) {
	const user = requireReporter(event.locals);
	const refuse = (file: string, status = 400) => fail(status, { errors: { file } });
	const sent = await readSentFile(event.request);
	if ('refused' in sent) return refuse(sent.refused, sent.status);
	if (readCourseFile(sent.tables, courseWords()).length === 0) {
		return refuse(m.course_file_refused_no_table());
	}
	const id = await keepUpload(getDb(), user, { ...sent, kind: 'courses' });
	logVisit(event.locals, { action: 'send_file', object: `upload ${id}` });
	redirect(303, link(`${COURSE_FILES.base}/${id}`));
}

/** Takes back all that a file of courses reported. */
export async function undoFile(event: RequestEvent, id: string): Promise<never> {
	const { user, upload } = await requireUpload(event.locals, id, COURSE_FILES);
	const undone = await undoCourseFile(getDb(), user, upload.id);
	if (undone.outcome === 'forbidden') error(403, m.update_refused_undo());
	const params = new URLSearchParams(undone.kept > 0 ? { gebleven: String(undone.kept) } : {});
	redirect(303, link(`${COURSE_FILES.base}/${upload.id}`, params));
}
