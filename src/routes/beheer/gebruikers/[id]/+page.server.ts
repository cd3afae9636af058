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
import { finishHandover, undoHandover } from '#lib/server/work/handover/hand-over.ts';
import {
	findDeparture,
	listInstitutesOf,
	listUnattended
} from '#lib/server/work/handover/queries.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function getUser(id: string) {
	return (await findUser(getDb(), id)) ?? error(404);
}

/** That no adviser works any more for some of these POIs; null when there are none of those. */
async function sayUnattended(institutes: readonly { id: number }[]): Promise<string | null> {
	const ids = institutes.map(({ id }) => id);
	const names = await listUnattended(getDb(), ids);
	return names.length === 0 ? null : m.handover_nobody_works({ institutes: names.join(', ') });
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	requireUserManager(locals);
	const account = await getUser(params.id);
	logVisit(locals, { action: 'read_user', object: `user ${account.id}` });
	const [institutes, departure] = await Promise.all([
		listSupportInstitutes(getDb()),
		findDeparture(getDb(), account.id)
	]);
	const isNothingDone = url.searchParams.get('vertrek') === 'niets';
	return { account, institutes, departure, isNothingDone };
};

async function setActive({ locals, params }: RequestEvent, active: boolean) {
	const user = requireUserManager(locals);
	await getUser(params.id);
	// Access for who left takes the departure back: nobody stands in for who is there.
	const undone = active && (await undoHandover(getDb(), user, params.id));
	const held = await listInstitutesOf(getDb(), params.id);
	const refusal = undone ? undefined : await switchUser(getDb(), user, params.id, active);
	const action = active ? 'activate_user' : 'deactivate_user';
	const result = refusal ? 'refused' : 'done';
	logVisit(locals, { action, object: `user ${params.id}`, result, detail: refusal });
	if (refusal) return fail(400, { errors: refusalErrors(refusal) });
	if (undone) return { done: m.handover_undone() };
	return {
		done: active ? m.account_user_activated() : m.account_user_deactivated(),
		unattended: await sayUnattended(held)
	};
}

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const user = requireUserManager(locals);
		await getUser(params.id);
		const form = await readFormData(request);
		const { data, values, errors } = readForm(userForm, form);
		if (!data) return fail(400, { values, errors });
		const held = await listInstitutesOf(getDb(), params.id);
		const refusal = await changeUser(getDb(), user, params.id, data);
		const result = refusal ? 'refused' : 'done';
		const detail = refusal ?? `role ${data.role}, POI ${data.supportInstituteId}`;
		logVisit(locals, { action: 'change_user', object: `user ${params.id}`, result, detail });
		if (refusal) {
			return fail(400, { values: typedValues(form), errors: refusalErrors(refusal) });
		}
		return {
			done: m.account_user_changed(),
			unattended: await sayUnattended(held)
		};
	},
	activate: (event) => setActive(event, true),
	deactivate: (event) => setActive(event, false),
	finish: async ({ locals, params }) => {
		const user = requireUserManager(locals);
		await getUser(params.id);
		const departure = await findDeparture(getDb(), params.id);
		const ended = await finishHandover(getDb(), user, params.id);
		const result = ended ? 'done' : 'refused';
		logVisit(locals, { action: 'finish_handover', object: `user ${params.id}`, result });
		if (!ended) return fail(409, { refused: m.handover_nothing_ended() });
		const unattended = await sayUnattended(departure?.institutes ?? []);
		return { done: m.handover_ended(), unattended };
	},
	password: async ({ locals, params }) => {
		const user = requireUserManager(locals);
		const { email, demo } = await getUser(params.id);
		if (demo) return fail(403, { errors: { name: m.account_password_demo() } });
		const password = await resetPassword(getDb(), user, params.id);
		logVisit(locals, { action: 'reset_password', object: `user ${params.id}` });
		// Shown once, on this very answer, which nobody may keep.
		return { credentials: { email, password } };
	}
};
