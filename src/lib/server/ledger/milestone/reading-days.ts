import { sql, type RawBuilder } from 'kysely';
import { factDayOf, type AsOf } from '#lib/base/as-of/as-of.ts';
import type { Day } from '#lib/base/day/day.ts';

/** The days that the ledger is read on: facts cannot lie in the future, so never after today. */
export interface ReadingDays {
	factDay: Day;
	knownDay: Day;
}

/** Which days to read for the two dates of a page: today where they are in the future or absent. */
export function readingDays(asOf: AsOf, today: Day): ReadingDays {
	return {
		factDay: factDayOf(asOf, today),
		knownDay: asOf.knownOn ?? today
	};
}

/** The condition that a row of `milestone_state`, named `state` in the query, holds on these days. */
export function stateHolds({ factDay, knownDay }: ReadingDays): RawBuilder<boolean> {
	return sql<boolean>`state.valid_from <= ${factDay} and ${factDay} < state.valid_to
		and state.known_from <= ${knownDay} and ${knownDay} < state.known_to`;
}
