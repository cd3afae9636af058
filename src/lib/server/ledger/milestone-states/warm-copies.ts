import type { Kysely } from 'kysely';
import { readCountry } from '#lib/server/ledger/point-states/read-country.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { getLog } from '#lib/server/platform/log/log.ts';
import { readMilestoneStates } from './read-milestone-states.ts';

/**
 * Reads what is kept in memory (docs/decisions/0015-points-in-memory.md) as soon as the process is there, so
 * that no reader waits for it: the points first, which every page counts, then the milestones. One
 * after the other, so that the database has time for who asks meanwhile. A start neither waits for it nor
 * fails by it.
 */
export async function warmCopies(db: Kysely<DB>): Promise<void> {
	try {
		await readCountry(db);
		await readMilestoneStates(db);
	} catch (error) {
		getLog().warn({ err: error }, 'what is kept in memory was not read at the start');
	}
}
