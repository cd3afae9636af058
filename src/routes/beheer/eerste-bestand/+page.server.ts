import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { requireLoader, sendLoad, undoFile } from '#lib/server/work/load/load-actions.ts';
import { listUploads } from '#lib/server/work/workbook/queries.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const user = requireLoader(locals);
	return { uploads: await listUploads(getDb(), user, 'load') };
};

export const actions: Actions = {
	send: sendLoad,
	undo: async (event) => {
		requireLoader(event.locals);
		return undoFile(event, String((await readFormData(event.request)).get('upload') ?? ''));
	}
};
