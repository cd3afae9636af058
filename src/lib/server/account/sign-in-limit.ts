import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { DB } from '#lib/server/db/schema.ts';

/** Who tries: the e-mail address as typed and the network address it comes from. */
export interface Attempt {
	email: string;
	address: string;
}

const WINDOW_MINUTES = 15;

/**
 * Wrong passwords allowed within the window: few for one person at one place, more for one account
 * from everywhere (so that a stranger cannot easily lock somebody out), and a ceiling per network
 * address, which a whole office may share.
 */
export const LIMITS = { together: 5, email: 25, address: 200 } as const;

type Counter = keyof typeof LIMITS;

function keysOf({ email, address }: Attempt): Record<Counter, string> {
	const key = (...parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('hex');
	const who = email.trim().toLowerCase();
	return {
		together: key('together', who, address),
		email: key('email', who),
		address: key('address', address)
	};
}

/**
 * Counts an attempt before the password is looked at, so that many at once cannot all slip through.
 * Answers the seconds to wait when one of the limits has been passed, else 0.
 */
export async function reserveAttempt(
	db: Kysely<DB>,
	attempt: Attempt,
	now = new Date()
): Promise<number> {
	const keys = keysOf(attempt);
	const windowStart = new Date(now.getTime() - WINDOW_MINUTES * 60_000);
	// Rows are locked in one order, so that attempts at the same moment wait for each other.
	const sorted = Object.values(keys).sort();
	const rows = await db
		.insertInto('signInAttempt')
		.values(sorted.map((key) => ({ key, failures: 1, windowStartedAt: now })))
		.onConflict((conflict) =>
			conflict.column('key').doUpdateSet((eb) => {
				const over = eb('signInAttempt.windowStartedAt', '<=', windowStart);
				return {
					failures: eb
						.case()
						.when(over)
						.then(1)
						.else(eb('signInAttempt.failures', '+', 1))
						.end(),
					windowStartedAt: eb
						.case()
						.when(over)
						.then(now)
						.else(eb.ref('signInAttempt.windowStartedAt'))
						.end()
				};
			})
		)
		.returning(['key', 'failures', 'windowStartedAt'])
		.execute();
	const waits = rows
		.filter((row) => row.failures > limitOf(keys, row.key))
		.map((row) => row.windowStartedAt.getTime() - windowStart.getTime());
	return Math.ceil(Math.max(0, ...waits) / 1000);
}

function limitOf(keys: Record<Counter, string>, key: string): number {
	if (key === keys.together) return LIMITS.together;
	return key === keys.email ? LIMITS.email : LIMITS.address;
}

/**
 * Takes back an attempt whose password was right: this person at this place starts again, the
 * other two counters lose this one attempt only. Also clears what is older than the window.
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
	await db
		.deleteFrom('signInAttempt')
		.where((eb) =>
			eb.or([
				eb('key', '=', keys.together),
				eb('windowStartedAt', '<=', new Date(now.getTime() - WINDOW_MINUTES * 60_000))
			])
		)
		.execute();
}
