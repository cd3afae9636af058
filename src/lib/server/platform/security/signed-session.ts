import { createHmac, timingSafeEqual } from 'node:crypto';
import { SESSION_COOKIES } from './session-cookie.ts';

/**
 * Whether the cookies hold a session that this installation signed: without asking the database, and
 * so that a made-up cookie is worth nothing. Whether the session still holds is another question.
 */
export function hasSignedSession(cookies: string | undefined, secret: string): boolean {
	return SESSION_COOKIES.some((name) => signedTokens(cookies, name, secret).length > 0);
}

/**
 * The token of the session cookie of this name, when this installation signed it; undefined without one,
 * and when there are several, of which a browser means one.
 */
export function signedToken(cookies: string, name: string, secret: string): string | undefined {
	const values = valuesOf(cookies, name);
	return values.length === 1 ? signedTokens(cookies, name, secret)[0] : undefined;
}

function signedTokens(cookies: string | undefined, name: string, secret: string): string[] {
	return valuesOf(cookies, name).flatMap((value) => {
		const text = decoded(value);
		const dot = text.lastIndexOf('.');
		if (dot < 1) return [];
		const token = text.slice(0, dot);
		const wanted = createHmac('sha256', secret).update(token).digest();
		const given = Buffer.from(text.slice(dot + 1), 'base64');
		return given.length === wanted.length && timingSafeEqual(given, wanted) ? [token] : [];
	});
}

function valuesOf(cookies: string | undefined, name: string): string[] {
	return (cookies ?? '').split(';').flatMap((cookie) => {
		const [found = ''] = cookie.trim().split('=', 1);
		return found === name ? [cookie.trim().slice(name.length + 1)] : [];
	});
}

function decoded(value: string): string {
	try {
		return decodeURIComponent(value);
	} catch {
		return '';
	}
}
