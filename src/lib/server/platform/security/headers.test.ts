import { describe, expect, it } from 'vitest';
import { cacheControl, PRIVATE, PUBLIC, securityHeaders, withTiles } from './headers.ts';

const reading = { method: 'GET', status: 200, personal: false, own: null };

describe('security headers', () => {
	it('ask for https ever after, only over https', () => {
		expect(securityHeaders(true)).toHaveProperty('strict-transport-security');
		expect(securityHeaders(false)).not.toHaveProperty('strict-transport-security');
	});
});

describe('the policy of a page', () => {
	const policy = "default-src 'none'; img-src 'self' data:; connect-src 'self'";

	it.each([
		['https://tiles.example.nl/brt/{z}/{x}/{y}.png', 'https://tiles.example.nl'],
		['https://{s}.example.nl:8443/{z}/{x}/{y}.png', 'https://*.example.nl:8443']
	])('lets in pictures of %s, and nothing else of it', (url, origin) => {
		expect(withTiles(policy, url)).toBe(
			`default-src 'none'; img-src 'self' data: ${origin}; connect-src 'self'`
		);
	});
});

describe('who may keep an answer', () => {
	it('anybody, when everybody gets the same', () => {
		expect(cacheControl(reading)).toBe(PUBLIC);
		expect(cacheControl({ ...reading, own: 'public, max-age=60' })).toBe('public, max-age=60');
	});

	it.each([
		[
			'for a signed-in user, whatever the route says',
			{ personal: true, own: 'public, max-age=60' }
		],
		['to a form', { method: 'POST' }],
		['about a failure', { status: 500 }]
	])('nobody, an answer %s', (_which, change) => {
		expect(cacheControl({ ...reading, ...change })).toBe(PRIVATE);
	});
});
