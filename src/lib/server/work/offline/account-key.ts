import { hkdfSync } from 'node:crypto';
import { readEnv } from '#lib/server/platform/env/env.ts';

export interface AccountKey {
	/** What the account is called in a browser: says nothing to who reads it there. */
	account: string;
	/** By which the browser encrypts what it keeps for the account (AES-256), in base64. */
	key: string;
}

let secretOfProcess: string | undefined;

/** Read once: all settings are checked at each reading, which takes longer than the key itself. */
const readSecret = () => (secretOfProcess ??= readEnv().AUTH_SECRET);

/**
 * The key of an account: the same at each sign-in, and nowhere kept. Made of the secret of the
 * installation, so who has another secret cannot read what waits in a browser
 * (docs/decisions/0066-entries-wait-in-the-browser.md).
 */
export function accountKey(userId: string, secret = readSecret()): AccountKey {
	if (!secret) throw new Error('AUTH_SECRET is not set');
	const made = Buffer.from(hkdfSync('sha256', secret, '', `ido offline ${userId}`, 44));
	return {
		account: made.subarray(32).toString('base64url'),
		key: made.subarray(0, 32).toString('base64')
	};
}
