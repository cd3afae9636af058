import { institutesOf } from '#lib/access/account/permission.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { listScope } from '#lib/server/work/week/list-scope.ts';
import { readPreview } from '#lib/server/work/workbook/read-preview.ts';
import { undoFile } from '#lib/server/work/workbook/send-file.ts';
import {
	answerMapping,
	answerOrder,
	applyFile,
	keepChoices,
	requireUpload
} from '#lib/server/work/workbook/upload-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { user, upload } = await requireUpload(locals, params.id);
	const db = getDb();
	const today = await readToday(db);
	const { content, answers, ...line } = upload;
	const isOpen = upload.appliedAt === null && content !== null;
	const preview = isOpen
		? await readPreview(db, user, upload, { search: url.searchParams, today })
		: null;
	const own = institutesOf(user);
	const asksNames = (preview?.unknownLibraries.length ?? 0) > 0;
	const scope = asksNames ? await listScope(db, own, today) : [];
	return {
		upload: { ...line, kept: content !== null },
		order: answers.order,
		preview,
		libraries: scope.map(({ id, name }) => ({ value: String(id), label: name })),
		/** Milestones where others recorded something since, told once after an undo. */
		kept: Number(/^\d{1,5}$/.exec(url.searchParams.get('gebleven') ?? '')?.[0] ?? 0)
	};
};

export const actions: Actions = {
	order: answerOrder,
	mapping: answerMapping,
	choose: keepChoices,
	apply: applyFile,
	undo: (event) => undoFile(event, event.params.id)
};
