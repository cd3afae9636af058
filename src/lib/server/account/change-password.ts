import type { RequestEvent } from '@sveltejs/kit';
import type { Auth } from './auth.ts';
import { logVisit } from './log-visit.ts';
import { passCookies, postToAuth, visitorOf } from './visitor.ts';

export interface PasswordChange {
	currentPassword: string;
	newPassword: string;
}

/**
 * Changes the password of the signed-in user, ends her other sessions and renews this one. Better-auth
 * allows three tries in ten seconds, so a stolen session cannot be used to guess the password.
 */
export async function changePassword(
	auth: Auth,
	event: RequestEvent,
	change: PasswordChange
): Promise<'done' | 'wrong' | 'too often'> {
	const visitor = visitorOf(event);
	const body = { ...change, revokeOtherSessions: true };
	const response = await postToAuth(auth, visitor, '/change-password', body);
	if (response.status >= 500) throw new Error('changing the password failed');
	logVisit(event.locals, {
		action: 'change_password',
		object: `user ${event.locals.user?.id}`,
		result: response.ok ? 'done' : 'refused'
	});
	if (response.status === 429) return 'too often';
	if (!response.ok) return 'wrong';
	passCookies(response.headers, event.cookies);
	return 'done';
}
