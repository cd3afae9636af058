import type { Kysely } from 'kysely';
import type { User } from '#lib/account/user.ts';
import type { AsOf } from '#lib/as-of/as-of.ts';
import type { HistoryEntry } from '#lib/change/history-entry.ts';
import type { Day } from '#lib/day/day.ts';
import { listHistory, type HistorySubject } from '#lib/server/change/queries.ts';
import type { DB } from '#lib/server/db/schema.ts';

/** As many as fit on a page beside everything else. */
const SHOWN = 8;

/** What changed last about a subject before both dates of the page, and up to which day that is. */
export async function readRecentChanges(
	db: Kysely<DB>,
	reader: User | undefined,
	subject: HistorySubject,
	asOf: AsOf,
	today: Day
): Promise<{ entries: HistoryEntry[]; until: Day }> {
	const known = asOf.knownOn ?? today;
	const until = asOf.validOn < known ? asOf.validOn : known;
	const { entries } = await listHistory(db, reader, subject, {
		limit: SHOWN,
		recordedUntil: until
	});
	return { entries, until };
}
