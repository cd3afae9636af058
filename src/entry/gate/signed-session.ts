import { createHmac, timingSafeEqual } from 'node:crypto';
import { SESSION_COOKIES } from '#lib/server/platform/security/session-cookie.ts';

/**
 * Whether the cookies hold a session that this installation signed: without asking the database, and
 * so that a made-up cookie is worth nothing. Whether the session still holds is another question.
 */
export function hasSignedSession(cookies: string | undefined, secret: string): boolean {
	return (cookies ?? '').split(';').some((cookie) => {
		const [name = ''] = cookie.trim().split('=', 1);
		if (!SESSION_COOKIES.some((known) => known === name)) return false;
		const text = decoded(cookie.trim().slice(name.length + 1));
		const dot = text.lastIndexOf('.');
		if (dot < 1) return false;
		const wanted = createHmac('sha256', secret).update(text.slice(0, dot)).digest();
		const given = Buffer.from(text.slice(dot + 1), 'base64');
		return given.length === wanted.length && timingSafeEqual(given, wanted);
	});
}

function decoded(value: string): string {
	try {
		return decodeURIComponent(value);
	} catch {
		return '';
	}
}
