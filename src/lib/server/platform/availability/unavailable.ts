import { isDatabaseAway } from '#lib/server/platform/db/database-away.ts';
import { TooBusy } from '#lib/server/platform/process/too-busy.ts';

/**
 * Why something that is right may fail now and succeed later: the database cannot be reached, more
 * is asked than can be done at once, or there is no room left to write.
 */
export type Unavailable = 'away' | 'busy' | 'disk_full';

/** No connection left on the server, and a statement or a lock that took longer than it may. */
const BUSY = /^(53300|57014|55P03)$/;
/** As PostgreSQL and as the operating system say it. */
const FULL = /^(53100|ENOSPC)$/;

/** What the log says of each. */
export const UNAVAILABLE: Record<Unavailable, string> = {
	away: 'database away',
	busy: 'too busy: more was asked at once than can be done',
	disk_full: 'the disk is full: nothing can be recorded until there is room'
};

/** Why this error is nobody's mistake, looking through its causes; null when it is something else. */
export function whyUnavailable(error: unknown): Unavailable | null {
	for (let cause = error, depth = 0; cause instanceof Error && depth < 5; depth++) {
		const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
		if (cause instanceof TooBusy || BUSY.test(code)) return 'busy';
		if (FULL.test(code)) return 'disk_full';
		cause = cause.cause;
	}
	return isDatabaseAway(error) ? 'away' : null;
}
