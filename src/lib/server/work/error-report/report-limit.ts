import type { Kysely } from 'kysely';
import { countAddress, countAttempt, hashKey } from '#lib/server/access/account/attempt-counter.ts';
import { networkOf } from '#lib/server/access/account/network-of.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** Reports within a quarter of an hour: from one network address, and from everywhere together. */
export const REPORT_LIMITS = { address: 5, all: 60 } as const;

/**
 * Counts a report. Answers the seconds to wait when one of the limits has been passed, else 0. Only a
 * hash of the address is kept, for as long as it counts.
 */
export async function reserveReport(
	db: Kysely<DB>,
	address: string,
	now = new Date()
): Promise<number> {
	const here = await countAddress(db, hashKey('report address', networkOf(address)), now);
	if (here && here.times > REPORT_LIMITS.address) return Math.ceil(here.restMs / 1000);
	const [all] = await countAttempt(db, [hashKey('report all')], now);
	return all && all.times > REPORT_LIMITS.all ? Math.ceil(all.restMs / 1000) : 0;
}
