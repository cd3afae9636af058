import { NO_ANSWER } from './lane-pool.ts';

/** Not reachable, shutting down, starting up; and the sockets' own codes. */
const AWAY = /^(08...|57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|ENOENT)$/;

/** What `pg` and Kysely say without a code, when a connection breaks or is asked once more after that. */
const BROKEN =
	/^(Connection terminated|Client has encountered a connection error|Client was closed|Postgres connection has been discarded)/;

/** Whether an error means that the database cannot be reached now, looking through its causes. */
export function isDatabaseAway(error: unknown): boolean {
	for (let cause = error, depth = 0; cause instanceof Error && depth < 5; depth++) {
		if ('code' in cause && typeof cause.code === 'string' && AWAY.test(cause.code)) return true;
		if (BROKEN.test(cause.message) || cause.message === NO_ANSWER) return true;
		if (cause instanceof AggregateError) return cause.errors.some(isDatabaseAway);
		cause = cause.cause;
	}
	return false;
}
