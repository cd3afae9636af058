import type { Kysely } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { countAddress, countAttempt, hashKey } from './attempt-counter.ts';
import { networkOf } from './network-of.ts';
import type { Attempt } from './sign-in-limit.ts';

/** Requests for a new password within a quarter of an hour: per e-mail address and per network address. */
export const RESET_LIMITS = { email: 3, address: 20 } as const;

/**
 * Counts a request for a new password, whether or not there is such an account. Answers the seconds to
 * wait when one of the limits has been passed, else 0. As at signing in, who is over the limit of her
 * address adds no further rows.
 */
export async function reserveReset(
	db: Kysely<DB>,
	{ email, address }: Attempt,
	now = new Date()
): Promise<number> {
	const here = await countAddress(db, hashKey('reset address', networkOf(address)), now);
	if (here && here.times > RESET_LIMITS.address) return Math.ceil(here.restMs / 1000);
	const key = hashKey('reset email', email.trim().toLowerCase());
	const [mails] = await countAttempt(db, [key], now);
	return mails && mails.times > RESET_LIMITS.email ? Math.ceil(mails.restMs / 1000) : 0;
}
