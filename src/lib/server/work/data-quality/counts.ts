import type { Kysely } from 'kysely';
import type { User } from '#lib/access/account/user.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { countWithoutPlace } from '#lib/server/work/location/count-without-place.ts';
import { readWorkList } from '#lib/server/work/update/work-list.ts';
import type { QualityCounts } from '#lib/work/data-quality/types.ts';
import { countUnconfirmed } from './facts.ts';
import { countSources } from './sources.ts';

/** What is the matter with the data, counted by the questions of the lists behind it. */
export async function countQuality(db: Kysely<DB>, user: User, today: Day) {
	const [kinds, withoutPlace, work, sources] = await Promise.all([
		countUnconfirmed(db, today),
		countWithoutPlace(db, user, null, today),
		readWorkList(db, { supportInstituteId: null, view: 'contradictory', page: 1 }, today),
		countSources(db, today)
	]);
	const counts: QualityCounts = {
		unconfirmed: kinds.reduce((sum, { count }) => sum + count, 0),
		withoutPlace,
		contradictory: work.counts.contradictory,
		silent: work.counts.silent,
		gone: sources['gaat-niet'],
		unchecked: sources.nooit
	};
	return { counts, silentWeeks: work.silentWeeks };
}
