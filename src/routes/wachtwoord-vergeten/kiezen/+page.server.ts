import { fail } from '@sveltejs/kit';
import { passwordChoice } from '#lib/access/account/credentials.ts';
import { readForm } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { isCommonPassword } from '#lib/server/access/account/common-password.ts';
import {
	choosePassword,
	readResetLink,
	TOKEN_PARAMETER
} from '#lib/server/access/account/forgotten-password.ts';
import { visitorOf } from '#lib/server/access/account/visitor.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import type { Actions, PageServerLoad } from './$types';

/** For who has the link of a mail. Looking at it uses nothing up: programs that read mail do that too. */
export const load: PageServerLoad = async ({ url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'strict-origin' });
	const token = url.searchParams.get(TOKEN_PARAMETER) ?? '';
	return { token, email: token ? await readResetLink(getDb(), token) : null };
};

export const actions: Actions = {
	// For who has the link of a mail.
	default: async (event) => {
		const { data, errors } = readForm(passwordChoice, await readFormData(event.request));
		if (!data) return fail(400, { errors });
		if (await isCommonPassword(data.newPassword)) {
			return fail(400, { errors: { newPassword: m.account_password_common() } });
		}
		const { address } = visitorOf(event);
		const { token, newPassword: password } = data;
		const done = await choosePassword(getDb(), { token, password, address });
		return done ? { done } : fail(400, { over: true });
	}
};
