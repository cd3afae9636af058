import { institutesOf } from '#lib/access/account/permission.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { COURSE_FILES, undoFile } from '#lib/server/work/course-file/course-file-actions.ts';
import { readCoursePreview } from '#lib/server/work/course-file/read-course-preview.ts';
import { listScope } from '#lib/server/work/week/list-scope.ts';
import {
	answerMapping,
	applyFile,
	keepChoices,
	requireUpload
} from '#lib/server/work/workbook/upload-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { user, upload } = await requireUpload(locals, params.id, COURSE_FILES);
	const db = getDb();
	const today = await readToday(db);
	const { id, fileName, batchId, createdAt, appliedAt, undoneAt } = upload;
	const { recordedCount, leftCount, content } = upload;
	const isOpen = appliedAt === null && content !== null;
	const preview = isOpen
		? await readCoursePreview(db, user, upload, { search: url.searchParams, today })
		: null;
	const asksNames = (preview?.unknownLibraries.length ?? 0) > 0;
	const scope = asksNames ? await listScope(db, institutesOf(user), today) : [];
	return {
		upload: {
			...{ id, fileName, batchId, createdAt, appliedAt, undoneAt },
			...{ recordedCount, leftCount, kept: content !== null }
		},
		preview,
		libraries: scope.map(({ id, name }) => ({ value: String(id), label: name })),
		/** Courses that somebody reported since, told once after an undo. */
		kept: Number(/^\d{1,5}$/.exec(url.searchParams.get('gebleven') ?? '')?.[0] ?? 0)
	};
};

export const actions: Actions = {
	mapping: (event) => answerMapping(event, COURSE_FILES),
	choose: (event) => keepChoices(event, COURSE_FILES),
	apply: (event) => applyFile(event, COURSE_FILES),
	undo: (event) => undoFile(event, event.params.id)
};
