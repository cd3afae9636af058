import { describe, expect, it } from 'vitest';
import { readEnv } from '#lib/server/platform/env/env.ts';
import { refusesDemoAccounts, refuseToFill } from './check-demo-accounts.ts';

describe('demo accounts at a public address', () => {
	it.each([
		['https', { ORIGIN: 'https://ido.example.nl' }, true],
		['https, for a demonstration', { ORIGIN: 'https://x.nl', ALLOW_DEMO_ACCOUNTS: 'yes' }, false],
		['http', { ORIGIN: 'http://ido.local' }, false],
		['none', {}, false]
	])('%s', (_name, settings, refused) => {
		expect(refusesDemoAccounts(readEnv(settings))).toBe(refused);
	});

	it('are not made: the start says what to do instead', () => {
		const env = readEnv({ ORIGIN: 'https://ido.example.nl' });
		expect(() => refuseToFill(env)).toThrow(/seed -- reference[^]*user -- add/);
	});
});
