import { fail, redirect } from '@sveltejs/kit';
import { readForm } from '#lib/base/form/read-form.ts';
import { link } from '#lib/base/i18n/link.ts';
import { thresholdForm } from '#lib/ledger/threshold/threshold-form.ts';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireThresholdSetter } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { listAdvisorLooks } from '#lib/server/ledger/last-look/list-advisors.ts';
import {
	listThresholdChanges,
	readThreshold,
	setThreshold
} from '#lib/server/ledger/threshold/threshold.ts';
import { readToday } from '#lib/server/platform/clock/clock.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	requireThresholdSetter(locals);
	const db = getDb();
	const today = await readToday(db);
	const weeks = await readThreshold(db, 'silent_weeks', today);
	return {
		weeks,
		changes: await listThresholdChanges(db, 'silent_weeks'),
		advisors: await listAdvisorLooks(db, weeks, today),
		saved: url.searchParams.has('opgeslagen'),
		today
	};
};

export const actions: Actions = {
	save: async ({ locals, request }) => {
		const user = requireThresholdSetter(locals);
		const { data, values, errors } = readForm(thresholdForm, await readFormData(request));
		if (!data) return fail(400, { values, errors });
		await setThreshold(getDb(), authorOf(user), 'silent_weeks', data.weeks);
		logVisit(locals, { action: 'set_threshold', object: 'threshold silent_weeks' });
		redirect(303, link('/beheer/bijhouden', new URLSearchParams({ opgeslagen: '' })));
	}
};
