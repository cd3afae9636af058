import { fail, redirect } from '@sveltejs/kit';
import { typedValues } from '#lib/base/form/read-form.ts';
import { link } from '#lib/base/i18n/link.ts';
import { readRoundForm } from '#lib/programme/selection-round/read-round-form.ts';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireTimelineKeeper } from '#lib/server/access/account/permission.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { addRound } from '#lib/server/programme/selection-round/service.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	requireTimelineKeeper(locals);
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const user = requireTimelineKeeper(locals);
		const form = await readFormData(request);
		const read = readRoundForm((name) => String(form.get(name) ?? ''));
		if (read.errors) return fail(400, { values: typedValues(form), errors: read.errors });
		const added = await addRound(getDb(), authorOf(user), read.said);
		const code = 'code' in added ? added.code : '';
		logVisit(locals, { action: 'add_selection_round', object: `selection round ${code}` });
		redirect(303, link(`/beheer/rondes/${code}`, new URLSearchParams({ opgeslagen: '' })));
	}
};
