import type { Kysely } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { AsOf } from '#lib/base/as-of/as-of.ts';
import type { HistoryEntry } from '#lib/ledger/change/history-entry.ts';
import type { Day } from '#lib/base/day/day.ts';
import { listHistory, type HistoryScope } from '#lib/server/ledger/change/queries.ts';
import { readingDays } from '#lib/server/ledger/milestone/reading-days.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';

/** As many as fit on a page beside everything else. */
const SHOWN = 8;

/**
 * What was recorded last of what the facts on (D, K) are made of: it holds by D and was known by K, so
 * that what was recorded after D but is about it stands in both.
 */
export async function readRecentChanges(
	db: Kysely<DB>,
	reader: User | undefined,
	scope: HistoryScope,
	asOf: AsOf,
	today: Day
): Promise<{ entries: HistoryEntry[]; until: Day; known: Day }> {
	const { factDay: until, knownDay: known } = readingDays(asOf, today);
	const { entries } = await listHistory(db, reader, scope, {
		limit: SHOWN,
		recordedUntil: known,
		effectiveUntil: until
	});
	return { entries, until, known };
}
