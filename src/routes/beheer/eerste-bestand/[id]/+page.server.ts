import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import {
	applyFile,
	chooseDay,
	chooseOrder,
	requireLoad,
	undoFile
} from '#lib/server/work/load/load-actions.ts';
import { readLoadPreview } from '#lib/server/work/load/read-preview.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { upload } = await requireLoad(locals, params.id);
	const db = getDb();
	const today = await readToday(db);
	const { id, fileName, batchId, createdAt, appliedAt, undoneAt } = upload;
	const { recordedCount, leftCount, kept, recording } = upload;
	const isOpen = appliedAt === null && upload.content !== null;
	return {
		upload: {
			...{ id, fileName, batchId, createdAt, appliedAt, undoneAt },
			...{ recordedCount, leftCount, kept }
		},
		recording,
		order: upload.order,
		preview: isOpen ? await readLoadPreview(db, upload, { search: url.searchParams, today }) : null
	};
};

export const actions: Actions = {
	day: chooseDay,
	order: chooseOrder,
	apply: applyFile,
	undo: (event) => undoFile(event, event.params.id)
};
