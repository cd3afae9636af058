import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DB } from '#lib/server/platform/db/schema.ts';

const WINDOW_MINUTES = 15;
/** Rows that are kept at most, whatever is tried; the oldest go first. */
const MOST_ROWS = 50_000;

export interface Counted {
	key: string;
	/** Within the window, this one included. */
	times: number;
	/** Milliseconds until its window is over. */
	restMs: number;
}

/** What is counted, as it stands in the table: nothing that was typed can be read back. */
export const hashKey = (...parts: string[]) =>
	createHash('sha256').update(parts.join('\0')).digest('hex');

const startOfWindow = (now: Date) => new Date(now.getTime() - WINDOW_MINUTES * 60_000);

/** Counts one attempt under each of these keys, for a quarter of an hour after the first. */
export async function countAttempt(db: Kysely<DB>, keys: string[], now: Date): Promise<Counted[]> {
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
		times: failures,
		restMs: windowStartedAt.getTime() - windowStart.getTime()
	}));
}

/**
 * As {@link countAttempt} for a network address. Its first attempt clears what is over, so the table
 * stays small.
 */
export async function countAddress(
	db: Kysely<DB>,
	key: string,
	now: Date
): Promise<Counted | undefined> {
	const [here] = await countAttempt(db, [key], now);
	if (here?.times === 1) await clearOldAttempts(db, now);
	return here;
}

/** Removes what is older than the window, and the oldest when somebody fills the table on purpose. */
export async function clearOldAttempts(db: Kysely<DB>, now: Date): Promise<void> {
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
