import { fail, redirect } from '@sveltejs/kit';
import { passwordChange } from '#lib/access/account/credentials.ts';
import { readForm } from '#lib/base/form/read-form.ts';
import { link } from '#lib/base/i18n/link.ts';
import { m } from '#lib/paraglide/messages.js';
import { getAuth } from '#lib/server/access/account/auth.ts';
import { changePassword } from '#lib/server/access/account/change-password.ts';
import { isCommonPassword } from '#lib/server/access/account/common-password.ts';
import { requireUser } from '#lib/server/access/account/permission.ts';
import {
	deleteSession,
	findSupportInstitute,
	isDemoAccount,
	listSessions,
	listSupportInstitutes
} from '#lib/server/access/account/queries.ts';
import { endSession } from '#lib/server/access/account/sign-out.ts';
import { getDb } from '#lib/server/platform/db/app-db.ts';
import { readFormData } from '#lib/server/base/form/read-form-data.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const user = requireUser(locals);
	const db = getDb();
	const covered = user.coveredInstituteIds ?? [];
	const [sessions, institute, demo, institutes] = await Promise.all([
		listSessions(db, user.id),
		user.supportInstituteId === null
			? undefined
			: findSupportInstitute(db, user.supportInstituteId),
		isDemoAccount(db, user.id),
		covered.length === 0 ? [] : listSupportInstitutes(db)
	]);
	return {
		account: { ...user, supportInstitute: institute?.name },
		alsoFor: institutes.filter(({ id }) => covered.includes(id)).map(({ name }) => name),
		sessions: sessions.map((session) => ({ ...session, current: session.id === locals.sessionId })),
		demo
	};
};

export const actions: Actions = {
	password: async (event) => {
		const user = requireUser(event.locals);
		const { data, errors } = readForm(passwordChange, await readFormData(event.request));
		if (!data) return fail(400, { errors });
		if (await isDemoAccount(getDb(), user.id)) {
			return fail(403, { errors: { newPassword: m.account_password_demo() } });
		}
		if (await isCommonPassword(data.newPassword)) {
			return fail(400, { errors: { newPassword: m.account_password_common() } });
		}
		const auth = getAuth(event.url.protocol === 'https:');
		const outcome = await changePassword(auth, getDb(), event, data);
		if (outcome === 'too often') {
			return fail(429, { errors: { currentPassword: m.account_password_too_often() } });
		}
		if (outcome === 'wrong') {
			return fail(400, { errors: { currentPassword: m.account_current_password_wrong() } });
		}
		return { done: m.account_password_changed() };
	},
	revoke: async ({ locals, request }) => {
		const user = requireUser(locals);
		const id = (await readFormData(request)).get('session');
		const ended = typeof id === 'string' && (await deleteSession(getDb(), user.id, id));
		return { done: ended ? m.account_session_ended() : m.account_session_gone() };
	},
	everywhere: async (event) => {
		requireUser(event.locals);
		await endSession(event, true);
		redirect(303, link('/uitloggen'));
	}
};
