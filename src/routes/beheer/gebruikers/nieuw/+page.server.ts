import { fail } from '@sveltejs/kit';
import { refusalErrors } from '#lib/access/account/refusal-errors.ts';
import { newUserForm } from '#lib/access/account/user-form.ts';
import { readForm, typedValues } from '#lib/base/form/read-form.ts';
import { logVisit } from '#lib/server/access/account/log-visit.ts';
import { addUser } from '#lib/server/access/account/manage-users.ts';
import { requireUserManager } from '#lib/server/access/account/permission.ts';
import { listSupportInstitutes } from '#lib/server/access/account/queries.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	requireUserManager(locals);
	return { institutes: await listSupportInstitutes(getDb()) };
};

export const actions: Actions = {
	save: async ({ locals, request }) => {
		const user = requireUserManager(locals);
		const form = await readFormData(request);
		const { data, values, errors } = readForm(newUserForm, form);
		if (!data) return fail(400, { values, errors });
		const added = await addUser(getDb(), user, data);
		if (typeof added === 'string') {
			return fail(400, { values: typedValues(form), errors: refusalErrors(added) });
		}
		logVisit(locals, { action: 'add_user', object: `user ${added.id}`, detail: data.role });
		// Shown once, on this very answer, which nobody may keep.
		return { added: { ...added, email: data.email } };
	}
};
