import { rolloutStatus, type RolloutStatus } from '#lib/base/status/rollout-status.ts';
import { toDayOrNull, type DayNumber } from '#lib/base/day/day-number.ts';
import type { Day } from '#lib/base/day/day.ts';
import { isWithdrawn } from './place-standings.ts';
import {
	ACCESSIBLE,
	CLOSED_FOR_GOOD,
	ONLINE_ONLY,
	OUTSIDE_LIBRARY,
	REALISED,
	TEMPORARILY_CLOSED,
	type PointStates
} from './point-states.ts';

export interface LocationCounts {
	open: number;
	accessible: number;
	temporarilyClosed: number;
	onlineOnly: number;
	/** First planned on or before `plannedBy`. */
	planned: number;
	/** Realised outside a library; those above are in a library. */
	outsideLibrary: number;
	/** Every point that is selected, wherever it stands and whatever its state. */
	onMap: number;
}

interface Counted {
	passes: (row: number) => boolean;
	selects: (row: number) => boolean;
	plannedBy: DayNumber;
}

/** Counts the points of these rows that `passes` lets through; of those `selects` chooses for the map. */
export function countLocations(
	{ flags, firstPlanOn }: PointStates,
	rows: Int32Array,
	{ passes, selects, plannedBy }: Counted
): LocationCounts {
	const counts = {
		...{ open: 0, accessible: 0, temporarilyClosed: 0, onlineOnly: 0, planned: 0 },
		...{ outsideLibrary: 0, onMap: 0 }
	};
	for (const row of rows) {
		if (!passes(row)) continue;
		if (selects(row)) counts.onMap++;
		const flag = flags[row]!;
		if (flag & OUTSIDE_LIBRARY) {
			if (flag & REALISED) counts.outsideLibrary++;
			continue;
		}
		if (flag & REALISED) counts.open++;
		if (flag & ACCESSIBLE) counts.accessible++;
		if (flag & TEMPORARILY_CLOSED) counts.temporarilyClosed++;
		if (flag & ONLINE_ONLY) counts.onlineOnly++;
		if (firstPlanOn[row]! <= plannedBy) counts.planned++;
	}
	return counts;
}

/** The status of the point of a row on `day`, by the facts of `factDay`. */
export function pointStatus(
	states: PointStates,
	row: number,
	day: Day,
	factDay: Day
): RolloutStatus | 'closed' {
	const flag = states.flags[row]!;
	if (flag & CLOSED_FOR_GOOD) return 'closed';
	return rolloutStatus(
		{
			realised: flag & REALISED ? 1 : 0,
			accessible: flag & ACCESSIBLE ? 1 : 0,
			temporarilyClosed: flag & TEMPORARILY_CLOSED ? 1 : 0,
			onlineOnly: flag & ONLINE_ONLY ? 1 : 0,
			earliestPlanOn: toDayOrNull(states.awaitedOn[row]!),
			withdrawn: isWithdrawn(states, row) ? 1 : 0,
			libraryProvision: 'served'
		},
		day,
		factDay
	);
}
