import { redirect } from '@sveltejs/kit';
import { link } from '#lib/base/i18n/link.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { requireRole } from '#lib/server/access/account/permission.ts';
import { listBatch } from '#lib/server/ledger/change/queries.ts';
import { listActiveReasons } from '#lib/server/ledger/reason/queries.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { listOwnReplies } from '#lib/server/work/inquiry/replies.ts';
import { LIBRARIES_PER_PAGE } from '#lib/server/work/update/work-list.ts';
import { readScope } from '#lib/server/work/week/read-scope.ts';
import { readWeek } from '#lib/server/work/week/read-week.ts';
import { recordWeek, undoWeek } from '#lib/server/work/week/week-actions.ts';
import { parseWorkListParams } from '#lib/work/update/work-list.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const user = requireRole(locals, 'advisor', 'programme_manager');
	const db = getDb();
	const today = await readToday(db);
	const { params, ignored, supportInstituteId, ...choices } = await readScope(
		db,
		user,
		parseWorkListParams(url.searchParams),
		today
	);
	const open = locals.openLibraries ?? [];
	const list = await readWeek(db, { ...params, supportInstituteId, open }, today);
	const pageCount = Math.max(1, Math.ceil(list.counts[params.view] / LIBRARIES_PER_PAGE));
	// A page beyond the last, of an address that was kept or because all of it was answered, would say
	// that there is nothing to do. A form that was sent is answered where it is, with what was typed.
	if (params.page > pageCount && locals.visit?.method !== 'POST') {
		const search = new URLSearchParams(url.searchParams);
		search.set('pagina', String(pageCount));
		redirect(303, link('/mijn-bibliotheken', search));
	}
	const batchId = readId(url.searchParams.get('zojuist'));
	const entries = batchId === null ? [] : await listBatch(db, user, batchId);
	const replies = batchId === null ? [] : await listOwnReplies(db, user, batchId);
	const recordedOn = entries[0]?.recordedOn ?? replies[0]?.recordedOn;
	return {
		...list,
		params,
		ignored,
		...choices,
		today,
		reasons: await listActiveReasons(db),
		pageCount,
		// An address that was kept says nothing of "just now" any more.
		batch: batchId !== null && recordedOn === today ? { id: batchId, entries, replies } : null
	};
};

export const actions: Actions = { record: recordWeek, undo: undoWeek };
