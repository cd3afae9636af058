import { requireThresholdSetter } from '#lib/server/access/account/permission.ts';
import { readThresholdState, saveThreshold } from '#lib/server/ledger/threshold/threshold-page.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	requireThresholdSetter(locals);
	const today = await readToday(getDb());
	return {
		threshold: await readThresholdState('cost_libraries', today),
		saved: url.searchParams.has('opgeslagen')
	};
};

export const actions: Actions = { save: saveThreshold('cost_libraries', '/beheer/kosten') };
