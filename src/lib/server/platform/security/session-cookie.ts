/** The names of the session cookie over http and over https. */
export const SESSION_COOKIES = ['ido.session_token', '__Secure-ido.session_token'] as const;

/**
 * Whether a request carries a session cookie, from its `cookie` header. Such a request is answered
 * for one person: it is never served from, nor kept in, a cache.
 */
export function hasSessionCookie(cookieHeader: string | null | undefined): boolean {
	return /(?:^|;\s*)(?:__Secure-)?ido\.session_token=/.test(cookieHeader ?? '');
}
