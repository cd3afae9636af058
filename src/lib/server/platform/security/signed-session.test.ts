import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hasSignedSession, signedToken } from './signed-session.ts';

const SECRET = 'a secret of at least thirty-two characters';
const sign = (token: string, secret = SECRET) =>
	encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`);

describe('a cookie with a session', () => {
	it('counts when this installation signed it, over http and https', () => {
		expect(hasSignedSession(`ido.session_token=${sign('abc')}`, SECRET)).toBe(true);
		expect(hasSignedSession(`a=b; __Secure-ido.session_token=${sign('abc')}`, SECRET)).toBe(true);
	});

	it('does not count when it is made up, or signed by another', () => {
		for (const value of ['abc', 'abc.def', '', '.', '%', sign('abc', 'other'), `x${sign('abc')}`]) {
			expect(hasSignedSession(`ido.session_token=${value}`, SECRET)).toBe(false);
		}
		expect(hasSignedSession(`other=${sign('abc')}`, SECRET)).toBe(false);
		expect(hasSignedSession(undefined, SECRET)).toBe(false);
	});

	it('gives its token, of the name that is asked for and when there is one', () => {
		const name = 'ido.session_token';
		const cookie = `${name}=${sign('abc')}`;
		expect(signedToken(`x=y; ${cookie}`, name, SECRET)).toBe('abc');
		expect(signedToken(cookie, `__Secure-${name}`, SECRET)).toBeUndefined();
		expect(signedToken(`${name}=${sign('abc', 'other')}`, name, SECRET)).toBeUndefined();
		expect(signedToken(`${cookie}; ${name}=${sign('def')}`, name, SECRET)).toBeUndefined();
	});
});
