import { error } from '@sveltejs/kit';
import { readDay } from '#lib/base/day/read-day.ts';
import { readId } from '#lib/base/form/read-id.ts';
import { m } from '#lib/paraglide/messages.js';
import { requireWriteAccess } from '#lib/server/access/account/permission.ts';
import { listBatch } from '#lib/server/ledger/change/queries.ts';
import { listActiveReasons } from '#lib/server/ledger/reason/queries.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readStepPlan } from '#lib/server/work/step-plan/read-step-plan.ts';
import { recordPlan, undoPlan } from '#lib/server/work/step-plan/step-plan-actions.ts';
import { libraryOfAddress } from '#lib/server/work/update/find-subject.ts';
import { FIRST_DAY, LAST_DAY } from '#lib/base/as-of/as-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const db = getDb();
	const today = await readToday(db);
	const library = await libraryOfAddress({ params }, today);
	const user = requireWriteAccess(locals, library.library);
	const pointId = readId(url.searchParams.get('locatie'));
	const typed = url.searchParams.get('opening') ?? '';
	const day = readDay(typed);
	const openingOn = day !== null && day >= FIRST_DAY && day <= LAST_DAY ? day : null;
	const asked = { libraryId: library.id, pointId, openingOn };
	const groups = await readStepPlan(db, asked, today);
	if (pointId !== null && groups.length === 0) error(404, m.update_unknown_point());
	const batchId = readId(url.searchParams.get('zojuist'));
	const entries = batchId === null ? [] : await listBatch(db, user, batchId);
	return {
		library: library.library,
		point: pointId === null ? null : { id: pointId, name: groups[0]!.name },
		...{ groups, today, typed, openingRefused: typed.trim() !== '' && openingOn === null },
		reasons: await listActiveReasons(db),
		// An address that was kept says nothing of "just now" any more.
		batch: batchId !== null && entries[0]?.recordedOn === today ? { id: batchId, entries } : null
	};
};

export const actions: Actions = { record: recordPlan, undo: undoPlan };
