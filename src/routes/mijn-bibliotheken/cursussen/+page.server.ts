import { reportedYears } from '#lib/programme/course/course.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import {
	requireReporter,
	sendCourseFile,
	undoFile
} from '#lib/server/work/course-file/course-file-actions.ts';
import { listUploads } from '#lib/server/work/workbook/queries.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const user = requireReporter(locals);
	const db = getDb();
	return {
		uploads: await listUploads(db, user, 'courses'),
		years: reportedYears(await readToday(db))
	};
};

export const actions: Actions = {
	send: sendCourseFile,
	undo: async (event) => {
		requireReporter(event.locals);
		return undoFile(event, String((await readFormData(event.request)).get('upload') ?? ''));
	}
};
