import { fail, redirect } from '@sveltejs/kit';
import { credentials } from '#lib/access/account/credentials.ts';
import { ownPageLink } from '#lib/access/account/links.ts';
import { safeReturnPath } from '#lib/access/account/return-path.ts';
import type { Role } from '#lib/access/account/user.ts';
import { readForm } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { getAuth } from '#lib/server/access/account/auth.ts';
import { signIn } from '#lib/server/access/account/sign-in.ts';
import { passCookies, visitorOf } from '#lib/server/access/account/visitor.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readEnv } from '#lib/server/platform/env/env.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { getMailer } from '#lib/server/platform/mail/mailer.ts';
import type { Actions, PageServerLoad } from './$types';

const nextPage = (url: URL, role: Role) =>
	safeReturnPath(url.searchParams.get('terug')) ?? ownPageLink(role);

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.user) redirect(303, nextPage(url, locals.user.role));
	return {
		toContinue: safeReturnPath(url.searchParams.get('terug')) !== undefined,
		mails: getMailer() !== null,
		contact: readEnv().ADMIN_EMAIL ?? null
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { data, values, errors } = readForm(credentials, await readFormData(event.request));
		if (!data) return fail(400, { values, errors });
		const auth = getAuth(event.url.protocol === 'https:');
		const result = await signIn(auth, getDb(), visitorOf(event), data);
		const kept = { values: { email: data.email } };
		if (result.outcome === 'locked') {
			const minutes = Math.ceil(result.waitSeconds / 60);
			event.setHeaders({ 'retry-after': String(result.waitSeconds) });
			return fail(429, { ...kept, errors: { password: m.account_locked({ minutes }) } });
		}
		if (result.outcome === 'wrong') {
			return fail(400, { ...kept, errors: { password: m.account_wrong_password() } });
		}
		passCookies(result.headers, event.cookies);
		redirect(303, nextPage(event.url, result.role));
	}
};
