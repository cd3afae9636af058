import { error, fail } from '@sveltejs/kit';
import { resetRequest } from '#lib/access/account/credentials.ts';
import { readForm } from '#lib/base/form/read-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { mailResetLink } from '#lib/server/access/account/forgotten-password.ts';
import { reserveReset } from '#lib/server/access/account/reset-limit.ts';
import { visitorOf } from '#lib/server/access/account/visitor.ts';
import { afterAnswer } from '#lib/server/platform/process/after-answer.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readEnv } from '#lib/server/platform/env/env.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import { getMailer, type SendMail } from '#lib/server/platform/mail/mailer.ts';
import type { Actions, PageServerLoad } from './$types';

/** Public. */
export const load: PageServerLoad = () => ({
	mails: getMailer() !== null,
	contact: readEnv().ADMIN_EMAIL ?? null
});

export const actions: Actions = {
	// Public. The answer is the same whether or not there is such an account, and comes before it is looked up.
	default: async (event) => {
		const mailer = getMailer();
		const origin = readEnv().ORIGIN;
		if (!mailer || !origin) error(404);
		const { data, values, errors } = readForm(resetRequest, await readFormData(event.request));
		if (!data) return fail(400, { values, errors });
		const { address } = visitorOf(event);
		const db = getDb();
		const waitSeconds = await reserveReset(db, { ...data, address });
		if (waitSeconds > 0) {
			event.setHeaders({ 'retry-after': String(waitSeconds) });
			const email = m.account_reset_too_often({ minutes: Math.ceil(waitSeconds / 60) });
			return fail(429, { values: data, errors: { email } });
		}
		const send: SendMail = (mail) => mailer.send(mail);
		const request = { ...data, address, origin, locale: getLocale() };
		afterAnswer(() => mailResetLink({ db, send }, request));
		return { asked: data.email };
	}
};
