import { requireThresholdSetter } from '#lib/server/access/account/permission.ts';
import { listAdvisorLooks } from '#lib/server/ledger/last-look/list-advisors.ts';
import { readThresholdState, saveThreshold } from '#lib/server/ledger/threshold/threshold-page.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	requireThresholdSetter(locals);
	const today = await readToday(getDb());
	const threshold = await readThresholdState('silent_weeks', today);
	return {
		threshold,
		saved: url.searchParams.has('opgeslagen'),
		advisors: await listAdvisorLooks(getDb(), threshold.value, today),
		today
	};
};

export const actions: Actions = { save: saveThreshold('silent_weeks', '/beheer/bijhouden') };
