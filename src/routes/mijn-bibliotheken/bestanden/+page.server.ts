import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { requireRole } from '#lib/server/access/account/permission.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { listUploads } from '#lib/server/work/workbook/queries.ts';
import { sendFile, undoFile } from '#lib/server/work/workbook/send-file.ts';
import { parseWorkListParams, workListParams } from '#lib/work/update/work-list.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const user = requireRole(locals, 'advisor', 'programme_manager');
	const params = workListParams({ ...parseWorkListParams(url.searchParams), page: 1 });
	params.delete('toon');
	return {
		uploads: await listUploads(getDb(), user),
		seesAll: user.role === 'programme_manager',
		/** What the list of the week was narrowed to, for a workbook of the same. */
		narrowed: params.toString()
	};
};

export const actions: Actions = {
	send: sendFile,
	undo: async (event) => {
		requireRole(event.locals, 'advisor', 'programme_manager');
		return undoFile(event, String((await readFormData(event.request)).get('upload') ?? ''));
	}
};
