import { expect, it } from 'vitest';
import { visitorOf } from './visitor.ts';

const visitor = (userAgent: string, address: string) =>
	visitorOf({
		url: new URL('http://localhost/inloggen'),
		request: new Request('http://localhost/inloggen', { headers: { 'user-agent': userAgent } }),
		getClientAddress: () => address
	});

it('a visitor does not decide how much is kept of her', () => {
	const { userAgent, address } = visitor('u'.repeat(12_000), '9'.repeat(12_000));
	expect(userAgent).toBe('u'.repeat(500));
	expect(address).toBe('9'.repeat(100));
	expect(visitor('Firefox/153', '192.0.2.1')).toMatchObject({
		userAgent: 'Firefox/153',
		address: '192.0.2.1'
	});
});
