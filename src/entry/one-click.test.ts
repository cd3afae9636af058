import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { allowOneClick } from './one-click.ts';

const headersAfter = (method: string, url: string, headers: Record<string, string>) => {
	const req = { method, url, headers: { host: 'ido.test', ...headers } } as unknown;
	allowOneClick(() => undefined)(req as IncomingMessage, {} as ServerResponse);
	return (req as IncomingMessage).headers;
};

it.each([
	['POST', '/weekmail-afmelden?sleutel=x', { cookie: 'a=b' }, 'http://ido.test', undefined],
	['POST', '/en/weekmail-afmelden?sleutel=x', {}, 'http://ido.test', undefined],
	// Another site says who it is, and stays refused.
	[
		'POST',
		'/weekmail-afmelden?x',
		{ origin: 'https://evil.test', cookie: 'a=b' },
		'https://evil.test',
		'a=b'
	],
	['POST', '/antwoord?sleutel=x', { cookie: 'a=b' }, undefined, 'a=b'],
	['GET', '/weekmail-afmelden?sleutel=x', { cookie: 'a=b' }, undefined, 'a=b']
])('%s %s with %j', (method, url, headers, origin, cookie) => {
	const after = headersAfter(method, url, headers as Record<string, string>);
	expect([after.origin, after.cookie]).toEqual([origin, cookie]);
});
