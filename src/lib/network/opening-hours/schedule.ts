import type { Day } from '#lib/base/day/day.ts';
import { standingRows, type TraitRow } from '#lib/network/trait/trait.ts';
import type { OpeningSchedule, Spells, WeekHours } from './hours.ts';

/** The traits of a point that say when it is open. */
export const HOURS_TRAITS = ['hours', 'exception'] as const;

/** What an exception says; its days are those of its row. */
export interface ExceptionValue {
	name: string;
	spells: Spells;
}

/** When a point is open, as known at the end of `knownOn` (null: now). */
export function scheduleOf(rows: readonly TraitRow[], knownOn: Day | null = null): OpeningSchedule {
	return {
		// The database keeps what these traits say.
		weeks: standingRows(rows, 'hours', knownOn).map(({ validFrom, value }) => ({
			validFrom,
			week: value as WeekHours | null
		})),
		exceptions: standingRows(rows, 'exception', knownOn)
			.sort((one, other) => one.id - other.id)
			.map(({ id, validFrom, validUntil, value }) => ({
				...(value as ExceptionValue),
				...{ id, from: validFrom, until: validUntil ?? validFrom }
			}))
	};
}
