import { fail, redirect } from '@sveltejs/kit';
import { readForm } from '#lib/base/form/read-form.ts';
import { link } from '#lib/base/i18n/link.ts';
import { reasonForm } from '#lib/ledger/reason/reason-form.ts';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireReasonManager } from '#lib/server/access/account/permission.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { addReason } from '#lib/server/ledger/reason/service.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	requireReasonManager(locals);
};

export const actions: Actions = {
	save: async ({ locals, request }) => {
		const user = requireReasonManager(locals);
		const { data, values, errors } = readForm(reasonForm, await readFormData(request));
		if (!data) return fail(400, { values, errors });
		const code = await getDb()
			.transaction()
			.execute((trx) => addReason(trx, authorOf(user), data));
		logVisit(locals, { action: 'add_reason', object: `reason ${code}` });
		redirect(303, link('/beheer/redenen'));
	}
};
