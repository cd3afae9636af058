import { rolloutStatus, type RolloutStatus } from '#lib/coverage/rollout-status.ts';
import { toDayOrNull, type DayNumber } from '#lib/day/day-number.ts';
import type { Day } from '#lib/day/day.ts';
import {
	ACCESSIBLE,
	CLOSED_FOR_GOOD,
	ONLINE_ONLY,
	OUTSIDE_LIBRARY,
	REALISED,
	type PointStates
} from './point-states.ts';

export interface LocationCounts {
	open: number;
	accessible: number;
	onlineOnly: number;
	/** First planned on or before `plannedBy`. */
	planned: number;
	/** Realised outside a library; the four above are in a library. */
	outsideLibrary: number;
	/** Every point, wherever it stands and whatever its state. */
	onMap: number;
}

/** Counts the points of these rows that `passes` lets through. */
export function countLocations(
	{ flags, firstPlanOn }: PointStates,
	rows: Int32Array,
	{ passes, plannedBy }: { passes: (row: number) => boolean; plannedBy: DayNumber }
): LocationCounts {
	const counts = {
		...{ open: 0, accessible: 0, onlineOnly: 0, planned: 0, outsideLibrary: 0, onMap: 0 }
	};
	for (const row of rows) {
		if (!passes(row)) continue;
		counts.onMap++;
		const flag = flags[row]!;
		if (flag & OUTSIDE_LIBRARY) {
			if (flag & REALISED) counts.outsideLibrary++;
			continue;
		}
		if (flag & REALISED) counts.open++;
		if (flag & ACCESSIBLE) counts.accessible++;
		if (flag & ONLINE_ONLY) counts.onlineOnly++;
		if (firstPlanOn[row]! <= plannedBy) counts.planned++;
	}
	return counts;
}

/** The status of the point of a row on `day`. */
export function pointStatus(
	{ flags, awaitedOn }: PointStates,
	row: number,
	day: Day
): RolloutStatus | 'closed' {
	const flag = flags[row]!;
	if (flag & CLOSED_FOR_GOOD) return 'closed';
	return rolloutStatus(
		{
			realised: flag & REALISED ? 1 : 0,
			accessible: flag & ACCESSIBLE ? 1 : 0,
			onlineOnly: flag & ONLINE_ONLY ? 1 : 0,
			earliestPlanOn: toDayOrNull(awaitedOn[row]!),
			libraryProvision: 'served'
		},
		day
	);
}
