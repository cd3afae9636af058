import type { Kysely } from 'kysely';
import type { LibraryMilestoneProgress } from '#lib/network/standing/types.ts';
import { progressOfLibrary } from '#lib/ledger/milestone-states/progress.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readProgress } from '#lib/server/ledger/milestone-states/read-progress.ts';
import { readLibrariesOn } from '#lib/server/ledger/point-states/select-libraries.ts';
import type { Where } from '#lib/server/base/selection/where.ts';

/** Milestones done per library active on D that the filters (but status) let through, by id. */
export async function listMilestoneProgress(
	db: Kysely<DB>,
	where: Where
): Promise<LibraryMilestoneProgress[]> {
	const [{ libraries, rows }, progress] = await Promise.all([
		readLibrariesOn(db, where),
		readProgress(db, where)
	]);
	const ids = rows.map((row) => libraries.id[row]!).sort((one, other) => one - other);
	return ids.map((libraryId) => ({ libraryId, ...progressOfLibrary(progress, libraryId) }));
}
