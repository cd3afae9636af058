import { error, fail } from '@sveltejs/kit';
import { refusalErrors } from '#lib/access/account/refusal-errors.ts';
import { userForm } from '#lib/access/account/user-form.ts';
import { readForm, typedValues } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { changeUser, resetPassword, switchUser } from '#lib/server/access/account/manage-users.ts';
import { requireUserManager } from '#lib/server/access/account/permission.ts';
import { findUser, listSupportInstitutes } from '#lib/server/access/account/queries.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function getUser(id: string) {
	return (await findUser(getDb(), id)) ?? error(404);
}

export const load: PageServerLoad = async ({ locals, params }) => {
	requireUserManager(locals);
	const account = await getUser(params.id);
	logVisit(locals, { action: 'read_user', object: `user ${account.id}` });
	return { account, institutes: await listSupportInstitutes(getDb()) };
};

async function setActive({ locals, params }: RequestEvent, active: boolean) {
	requireUserManager(locals);
	await getUser(params.id);
	const refusal = await switchUser(getDb(), params.id, active);
	const action = active ? 'activate_user' : 'deactivate_user';
	const result = refusal ? 'refused' : 'done';
	logVisit(locals, { action, object: `user ${params.id}`, result, detail: refusal });
	if (refusal) return fail(400, { errors: refusalErrors(refusal) });
	return { done: active ? m.account_user_activated() : m.account_user_deactivated() };
}

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		requireUserManager(locals);
		await getUser(params.id);
		const form = await readFormData(request);
		const { data, values, errors } = readForm(userForm, form);
		if (!data) return fail(400, { values, errors });
		const refusal = await changeUser(getDb(), params.id, data);
		const result = refusal ? 'refused' : 'done';
		const detail = refusal ?? `role ${data.role}, POI ${data.supportInstituteId}`;
		logVisit(locals, { action: 'change_user', object: `user ${params.id}`, result, detail });
		if (refusal) {
			return fail(400, { values: typedValues(form), errors: refusalErrors(refusal) });
		}
		return { done: m.account_user_changed() };
	},
	activate: (event) => setActive(event, true),
	deactivate: (event) => setActive(event, false),
	password: async ({ locals, params }) => {
		requireUserManager(locals);
		const { email, demo } = await getUser(params.id);
		if (demo) return fail(403, { errors: { name: m.account_password_demo() } });
		const password = await resetPassword(getDb(), params.id);
		logVisit(locals, { action: 'reset_password', object: `user ${params.id}` });
		// Shown once, on this very answer, which nobody may keep.
		return { handover: { email, password } };
	}
};
