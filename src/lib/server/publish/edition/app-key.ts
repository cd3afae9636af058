import { readEnv } from '#lib/server/platform/env/env.ts';
import { readSigningKey, type SigningKey } from '#lib/server/platform/env/signing-key.ts';

/** The key with which this process signs; set by the start of the app. */
export function getSigningKey(): SigningKey {
	const key = readSigningKey(readEnv().EDITION_KEY ?? '');
	if (!key) throw new Error('EDITION_KEY is not set: start the app with npm start or npm run dev');
	return key;
}
