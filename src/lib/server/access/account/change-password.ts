import type { RequestEvent } from '@sveltejs/kit';
import type { Kysely } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';
import type { Auth } from './auth.ts';
import { logVisit } from './log-visit.ts';
import { forgiveAttempt, reserveAttempt } from './sign-in-limit.ts';
import { passCookies, postToAuth, visitorOf } from './visitor.ts';

export interface PasswordChange {
	currentPassword: string;
	newPassword: string;
}

/**
 * Changes the password of the signed-in user, ends her other sessions and renews this one. Guesses at
 * the present password count as wrong passwords at signing in, so a stolen session is no way around.
 */
export async function changePassword(
	auth: Auth,
	db: Kysely<DB>,
	event: RequestEvent,
	change: PasswordChange
): Promise<'done' | 'wrong' | 'too often'> {
	const visitor = visitorOf(event);
	const attempt = { email: event.locals.user?.email ?? '', address: visitor.address };
	if ((await reserveAttempt(db, attempt)) > 0) {
		logChange(event, 'refused');
		return 'too often';
	}
	const body = { ...change, revokeOtherSessions: true };
	const response = await postToAuth(auth, visitor, '/change-password', body);
	if (response.status >= 500) throw new Error('changing the password failed');
	logChange(event, response.ok ? 'done' : 'refused');
	if (response.status === 429) return 'too often';
	if (!response.ok) return 'wrong';
	await forgiveAttempt(db, attempt);
	passCookies(response.headers, event.cookies);
	return 'done';
}

function logChange({ locals }: RequestEvent, result: 'done' | 'refused'): void {
	logVisit(locals, { action: 'change_password', object: `user ${locals.user?.id}`, result });
}
