import { sql, type Kysely } from 'kysely';
import { toDayNumber, type DayNumber } from '#lib/base/day/day-number.ts';
import { cohortOpenings } from '#lib/figures/progress/cohort-openings.ts';
import type { CohortOpenings } from '#lib/figures/progress/types.ts';
import { holdsOnBoth, statusDay, type Where } from '#lib/server/base/selection/where.ts';
import { daysOf, integersOf, toNumbers } from '#lib/server/platform/db/number-columns.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readLibrariesOn } from '#lib/server/ledger/point-states/select-libraries.ts';
import { readPlaceStandings } from '#lib/server/ledger/point-states/select-states.ts';

/**
 * How many organisations had their first realised point how many weeks after their application, per
 * group, as known on (D, K); those without one with the whole weeks that they are waiting. An
 * organisation without a recorded application is left out.
 */
export async function listCohortOpenings(db: Kysely<DB>, where: Where): Promise<CohortOpenings[]> {
	const [applicants, appliedOn, { openedOn }] = await Promise.all([
		readLibrariesOn(db, where),
		readApplications(db, where),
		readPlaceStandings(db, where, 'libraryId')
	]);
	return cohortOpenings({ ...applicants, appliedOn, openedOn }, toDayNumber(statusDay(where)));
}

/** The first day of application of each library, by id. */
async function readApplications(
	db: Kysely<DB>,
	where: Where
): Promise<ReadonlyMap<number, DayNumber>> {
	const query = sql<Record<'id' | 'day', Buffer | null>>`
		select ${integersOf(sql.ref('library_id'))} as id, ${daysOf(sql.ref('on_day'))} as day
		from milestone_state state
		where state.milestone_code = 'aanvraag' and state.lane = 'status' and state.kind = 'achieved'
			and state.library_id is not null and ${holdsOnBoth('state', where)}`;
	const row = (await query.execute(db)).rows[0]!;
	const days = toNumbers(row.day);
	const first = new Map<number, DayNumber>();
	toNumbers(row.id).forEach((id, at) => {
		first.set(id, Math.min(days[at]!, first.get(id) ?? days[at]!));
	});
	return first;
}
