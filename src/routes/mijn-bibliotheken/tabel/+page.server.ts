import { readId } from '#lib/base/form/read-id.ts';
import { requireRole } from '#lib/server/access/account/permission.ts';
import { listBatch } from '#lib/server/ledger/change/queries.ts';
import { listActiveReasons } from '#lib/server/ledger/reason/queries.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { recordGrid, undoGrid } from '#lib/server/work/grid/grid-actions.ts';
import { readGrid } from '#lib/server/work/grid/read-grid.ts';
import { readScope } from '#lib/server/work/week/read-scope.ts';
import { readGridParams } from '#lib/work/grid/params.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const user = requireRole(locals, 'advisor', 'programme_manager');
	const db = getDb();
	const today = await readToday(db);
	const asked = readGridParams(url.searchParams);
	const {
		params: narrowed,
		ignored,
		supportInstituteId,
		institutes,
		scope
	} = await readScope(
		db,
		user,
		{ ...asked.params, view: 'attention', milestone: null, ignored: asked.ignored },
		today
	);
	const { poi, province, library } = narrowed;
	const params = { ...asked.params, poi, province, library };
	const batchId = readId(url.searchParams.get('zojuist'));
	const entries = batchId === null ? [] : await listBatch(db, user, batchId);
	return {
		...(await readGrid(db, params, supportInstituteId, today)),
		params,
		...{ ignored, institutes, scope },
		today,
		reasons: await listActiveReasons(db),
		// An address that was kept says nothing of "just now" any more.
		batch: batchId !== null && entries[0]?.recordedOn === today ? { id: batchId, entries } : null
	};
};

export const actions: Actions = { record: recordGrid, undo: undoGrid };
