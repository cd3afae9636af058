import { error, fail, redirect } from '@sveltejs/kit';
import { readForm, typedValues } from '#lib/base/form/read-form.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { reasonForm } from '#lib/ledger/reason/reason-form.ts';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { requireReasonManager } from '#lib/server/access/account/permission.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { findReason } from '#lib/server/ledger/reason/queries.ts';
import { changeReason, reasonVersion } from '#lib/server/ledger/reason/service.ts';
import { authorOf } from '#lib/server/work/update/service.ts';
import type { Actions, PageServerLoad } from './$types';

async function getReason(code: string) {
	return (await findReason(getDb(), code)) ?? error(404);
}

export const load: PageServerLoad = async ({ locals, params }) => {
	requireReasonManager(locals);
	const reason = await getReason(params.code);
	return { reason, before: reasonVersion(reason) };
};

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const user = requireReasonManager(locals);
		await getReason(params.code);
		const form = await readFormData(request);
		const { data, values, errors } = readForm(reasonForm, form);
		if (!data) return fail(400, { values, errors, before: values.before });
		const typed = typedValues(form);
		const changed = await getDb()
			.transaction()
			.execute((trx) => changeReason(trx, authorOf(user), params.code, data, typed.before));
		const result = changed ? 'refused' : 'done';
		logVisit(locals, { action: 'change_reason', object: `reason ${params.code}`, result });
		if (changed) {
			const message = m.account_reason_changed_meanwhile({
				nl: changed.labelNl,
				en: changed.labelEn
			});
			const current = reasonVersion(changed);
			return fail(409, { values: typed, errors: { labelNl: message }, before: current });
		}
		redirect(303, link('/beheer/redenen'));
	}
};
