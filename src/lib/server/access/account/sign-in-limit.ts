import { sql, type Kysely } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { clearOldAttempts, countAddress, countAttempt, hashKey } from './attempt-counter.ts';
import { networkOf } from './network-of.ts';

/** Who tries: the e-mail address as typed and the network address it comes from. */
export interface Attempt {
	email: string;
	address: string;
}

/** How long a place where somebody signed in counts as hers. */
const PLACE_DAYS = 180;

/**
 * Wrong passwords allowed within the window: few for one person at one place, more for one account
 * from everywhere, and a ceiling per network address, which a whole office may share. The second does
 * not hold at a place where the account signed in before: strangers cannot lock its owner out there.
 */
export const LIMITS = { together: 5, email: 25, address: 200 } as const;

type Counter = keyof typeof LIMITS;

function keysOf({ email, address }: Attempt): Record<Counter | 'place', string> {
	const who = email.trim().toLowerCase();
	const where = networkOf(address);
	return {
		together: hashKey('together', who, where),
		email: hashKey('email', who),
		address: hashKey('address', where),
		place: hashKey('place', who, where)
	};
}

/** Whether this account signed in from this place before. */
async function isKnownPlace(db: Kysely<DB>, key: string): Promise<boolean> {
	const row = await db
		.selectFrom('signInPlace')
		.select('key')
		.where('key', '=', key)
		.executeTakeFirst();
	return row !== undefined;
}

/**
 * Counts an attempt before the password is looked at, so that many at once cannot all slip through.
 * Answers the seconds to wait when one of the limits has been passed, else 0. Who is over the limit
 * of her address adds no further rows, so that one address cannot fill the table.
 */
export async function reserveAttempt(
	db: Kysely<DB>,
	attempt: Attempt,
	now = new Date()
): Promise<number> {
	const keys = keysOf(attempt);
	const here = await countAddress(db, keys.address, now);
	if (here && here.times > LIMITS.address) return Math.ceil(here.restMs / 1000);
	const known = await isKnownPlace(db, keys.place);
	const rows = await countAttempt(db, [keys.together, keys.email], now);
	const waits = rows
		.filter(({ key, times }) =>
			key === keys.together ? times > LIMITS.together : !known && times > LIMITS.email
		)
		.map(({ restMs }) => restMs);
	return Math.ceil(Math.max(0, ...waits) / 1000);
}

/**
 * Takes back an attempt whose password was right: this person at this place starts again, the other
 * two counters lose this one attempt only, and the place is known from now on.
 */
export async function forgiveAttempt(
	db: Kysely<DB>,
	attempt: Attempt,
	now = new Date()
): Promise<void> {
	const keys = keysOf(attempt);
	await db
		.updateTable('signInAttempt')
		.set((eb) => ({ failures: sql<number>`greatest(0, ${eb.ref('failures')} - 1)` }))
		.where('key', 'in', [keys.email, keys.address])
		.execute();
	await db.deleteFrom('signInAttempt').where('key', '=', keys.together).execute();
	await clearOldAttempts(db, now);
	await rememberPlace(db, keys.place, now);
}

async function rememberPlace(db: Kysely<DB>, key: string, now: Date): Promise<void> {
	await db
		.insertInto('signInPlace')
		.values({ key, lastUsedAt: now })
		.onConflict((conflict) => conflict.column('key').doUpdateSet({ lastUsedAt: now }))
		.execute();
	await db
		.deleteFrom('signInPlace')
		.where('lastUsedAt', '<', new Date(now.getTime() - PLACE_DAYS * 86_400_000))
		.execute();
}
