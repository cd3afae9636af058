import { describe, expect, it } from 'vitest';
import { hasSessionCookie } from './session-cookie.ts';

describe('a session cookie', () => {
	it.each([
		'ido.session_token=abc.def',
		'theme=dark; ido.session_token=abc',
		'__Secure-ido.session_token=abc',
		'a=1;ido.session_token=abc'
	])('is seen in %s', (header) => {
		expect(hasSessionCookie(header)).toBe(true);
	});

	it.each(['', null, undefined, 'theme=dark', 'xido.session_token=abc', 'a=ido.session_token'])(
		'is not seen in %s',
		(header) => {
			expect(hasSessionCookie(header)).toBe(false);
		}
	);
});
