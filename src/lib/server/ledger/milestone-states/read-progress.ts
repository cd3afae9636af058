import type { Kysely } from 'kysely';
import { toDayNumber } from '#lib/base/day/day-number.ts';
import type { MilestoneStates } from '#lib/ledger/milestone-states/milestone-states.ts';
import { countProgress, type Progress } from '#lib/ledger/milestone-states/progress.ts';
import { knownNumber, readStatesOn } from '#lib/server/ledger/point-states/select-states.ts';
import { statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readMilestoneStates } from './read-milestone-states.ts';

/** Milestones done of every library and every point on (D, K), whatever the filters. */
export async function readProgress(db: Kysely<DB>, where: Where): Promise<Progress> {
	const [milestones, existing] = await Promise.all([
		readMilestoneStates(db),
		readStatesOn(db, where)
	]);
	const known = progressOf.get(existing.rows);
	if (known?.milestones === milestones) return known.progress;
	const progress = countProgress(
		milestones,
		existing,
		toDayNumber(statusDay(where)),
		knownNumber(where)
	);
	progressOf.set(existing.rows, { milestones, progress });
	return progress;
}

/**
 * What was counted for these points: rows of one (D, K) are kept while the points do not change, and
 * a page asks for the same more than once.
 */
const progressOf = new WeakMap<Int32Array, { milestones: MilestoneStates; progress: Progress }>();
