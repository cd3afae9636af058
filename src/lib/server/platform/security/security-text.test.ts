import { describe, expect, it } from 'vitest';
import { readEnv } from '#lib/server/platform/env/env.ts';
import { GET } from '../../../../routes/[x+2e]well-known/security.txt/+server.ts';
import { securityText } from './security-text.ts';

const ORIGIN = 'https://ido.example.nl';

describe('securityText', () => {
	it('has the two lines that RFC 9116 asks for, and where it belongs', () => {
		const lines = securityText('mailto:veilig@example.nl', ORIGIN, '2026-01-01').split('\n');
		expect(lines).toContain('Contact: mailto:veilig@example.nl');
		expect(lines).toContain('Expires: 2026-06-30T00:00:00Z');
		expect(lines).toContain('Canonical: https://ido.example.nl/.well-known/security.txt');
	});
});

describe('SECURITY_CONTACT', () => {
	it.each(['mailto:veilig@example.nl', 'https://example.nl/meld', 'tel:+31701234567'])(
		'takes %s',
		(contact) => expect(readEnv({ SECURITY_CONTACT: contact }).SECURITY_CONTACT).toBe(contact)
	);

	it.each(['veilig@example.nl', 'http://example.nl', 'mailto:a@b.nl\nExpires: 2099'])(
		'refuses %j',
		(contact) => expect(() => readEnv({ SECURITY_CONTACT: contact })).toThrow('SECURITY_CONTACT')
	);
});

describe('GET /.well-known/security.txt', () => {
	const ask = () => GET({ url: new URL(`${ORIGIN}/.well-known/security.txt`) } as never);

	it('is there when a contact is set', async () => {
		process.env.SECURITY_CONTACT = 'mailto:veilig@example.nl';
		try {
			const response = await ask();
			expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
			expect(await response.text()).toContain('Contact: mailto:veilig@example.nl\n');
		} finally {
			delete process.env.SECURITY_CONTACT;
		}
	});

	it('is not there without one', async () => {
		expect((await ask()).status).toBe(404);
	});
});
