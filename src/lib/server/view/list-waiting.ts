import type { Kysely } from 'kysely';
import { WHITE_SPOT_CLASSES } from '#lib/coverage/rollout-status.ts';
import type { LibraryStand } from '#lib/coverage/types.ts';
import { listLibraries } from '#lib/server/coverage/list-libraries.ts';
import type { Where } from '#lib/server/coverage/where.ts';
import type { DB } from '#lib/server/db/schema.ts';

/** As many as can be taken in at a glance. */
const SHOWN = 6;

/**
 * The organisations without a realised point that should have been first, and how many there are;
 * null when the view asks for certain statuses, because it then shows its own list.
 */
export async function listWaiting(
	db: Kysely<DB>,
	where: Where
): Promise<{ rows: readonly LibraryStand[]; total: number } | null> {
	if (where.filters.statuses.length > 0) return null;
	const filters = { ...where.filters, statuses: WHITE_SPOT_CLASSES };
	const paging = { sort: 'firstPlan', direction: 'asc', page: 1, pageSize: SHOWN } as const;
	const { rows, total } = await listLibraries(db, { ...where, filters }, paging);
	return { rows, total };
}
