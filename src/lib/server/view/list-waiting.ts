import type { Kysely } from 'kysely';
import type { LibraryStand } from '#lib/coverage/types.ts';
import { listLibraries } from '#lib/server/coverage/list-libraries.ts';
import type { Organisations } from '#lib/server/coverage/read-organisations.ts';
import type { Where } from '#lib/server/coverage/where.ts';
import type { DB } from '#lib/server/db/schema.ts';

/** As many as can be taken in at a glance. */
export const WAITING_SHOWN = 6;

/**
 * The organisations without a realised point that should have been first, and how many there are;
 * null when the view asks for certain statuses, because it then shows its own list.
 */
export async function listWaiting(
	db: Kysely<DB>,
	where: Where,
	{ waiting: { first, total } }: Organisations
): Promise<{ rows: readonly LibraryStand[]; total: number } | null> {
	if (where.filters.statuses.length > 0) return null;
	if (first.length === 0) return { rows: [], total };
	const paging = { sort: 'firstPlan', direction: 'asc', page: 1 } as const;
	const { rows } = await listLibraries(db, where, paging, first);
	return { rows, total };
}
