import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { DB } from '#lib/server/db/schema.ts';
import { networkOf } from '#lib/server/account/network-of.ts';

/** Who tries: the e-mail address as typed and the network address it comes from. */
export interface Attempt {
	email: string;
	address: string;
}

const WINDOW_MINUTES = 15;
/** Rows that are kept at most, whatever is tried; the oldest go first. */
const MOST_ROWS = 50_000;
/** How long a place where somebody signed in counts as hers. */
const PLACE_DAYS = 180;

/**
 * Wrong passwords allowed within the window: few for one person at one place, more for one account
 * from everywhere, and a ceiling per network address, which a whole office may share. The second does
 * not hold at a place where the account signed in before: strangers cannot lock its owner out there.
 */
export const LIMITS = { together: 5, email: 25, address: 200 } as const;

type Counter = keyof typeof LIMITS;

const hash = (...parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('hex');

function keysOf({ email, address }: Attempt): Record<Counter | 'place', string> {
	const who = email.trim().toLowerCase();
	const where = networkOf(address);
	return {
		together: hash('together', who, where),
		email: hash('email', who),
		address: hash('address', where),
		place: hash('place', who, where)
	};
}

interface Counted {
	key: string;
	failures: number;
	/** Milliseconds until its window is over. */
	restMs: number;
}

/** Counts one attempt under each of these keys. */
async function count(db: Kysely<DB>, keys: string[], now: Date): Promise<Counted[]> {
	const windowStart = startOfWindow(now);
	const rows = await db
		.insertInto('signInAttempt')
		// Rows are locked in one order, so that attempts at the same moment wait for each other.
		.values(keys.toSorted().map((key) => ({ key, failures: 1, windowStartedAt: now })))
		.onConflict((conflict) =>
			conflict.column('key').doUpdateSet((eb) => {
				const over = eb('signInAttempt.windowStartedAt', '<=', windowStart);
				const more = eb('signInAttempt.failures', '+', 1);
				const started = eb.ref('signInAttempt.windowStartedAt');
				return {
					failures: eb.case().when(over).then(1).else(more).end(),
					windowStartedAt: eb.case().when(over).then(now).else(started).end()
				};
			})
		)
		.returning(['key', 'failures', 'windowStartedAt'])
		.execute();
	return rows.map(({ key, failures, windowStartedAt }) => ({
		key,
		failures,
		restMs: windowStartedAt.getTime() - windowStart.getTime()
	}));
}

const startOfWindow = (now: Date) => new Date(now.getTime() - WINDOW_MINUTES * 60_000);

/** Whether this account signed in from this place before. */
async function isKnownPlace(db: Kysely<DB>, key: string): Promise<boolean> {
	const row = await db
		.selectFrom('signInPlace')
		.select('key')
		.where('key', '=', key)
		.executeTakeFirst();
	return row !== undefined;
}

/** Removes what is older than the window, and the oldest when somebody fills the table on purpose. */
async function clearOld(db: Kysely<DB>, now: Date): Promise<void> {
	await db
		.deleteFrom('signInAttempt')
		.where((eb) =>
			eb.or([
				eb('windowStartedAt', '<=', startOfWindow(now)),
				eb(
					'key',
					'in',
					eb
						.selectFrom('signInAttempt as old')
						.select('old.key')
						.orderBy('old.windowStartedAt', 'desc')
						.offset(MOST_ROWS)
				)
			])
		)
		.execute();
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
	const [here] = await count(db, [keys.address], now);
	if (here?.failures === 1) await clearOld(db, now);
	if (here && here.failures > LIMITS.address) return Math.ceil(here.restMs / 1000);
	const known = await isKnownPlace(db, keys.place);
	const rows = await count(db, [keys.together, keys.email], now);
	const waits = rows
		.filter(({ key, failures }) =>
			key === keys.together ? failures > LIMITS.together : !known && failures > LIMITS.email
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
	await clearOld(db, now);
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
