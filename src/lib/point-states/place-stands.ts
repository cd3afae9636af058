import { FOREVER_NUMBER, toDayOrNull, type DayNumber } from '#lib/day/day-number.ts';
import type { Day } from '#lib/day/day.ts';
import { ACCESSIBLE, ONLINE_ONLY, REALISED, type PointStates } from './point-states.ts';

/** What the points of a municipality or library together say on (D, K). */
export interface PlaceStand {
	realised: number;
	accessible: number;
	onlineOnly: number;
	/** Planned once, never opened, and without a plan now. */
	withdrawn: number;
	/** The first opening of those that are realised. */
	openedOn: Day | null;
	/** The earliest current plan of one that still has to open. */
	awaitedOn: Day | null;
	/** The earliest first plan. */
	firstPlanOn: Day | null;
}

/** Counts and earliest days by id of the place; a place without points has none of them. */
export interface PlaceStands {
	realised: Int32Array;
	accessible: Int32Array;
	onlineOnly: Int32Array;
	withdrawn: Int32Array;
	openedOn: Int32Array;
	awaitedOn: Int32Array;
	firstPlanOn: Int32Array;
}

export type PlaceColumn = 'libraryId' | 'municipality';

/** Adds the rows up per library or municipality. */
export function standsPerPlace(
	states: PointStates,
	rows: Int32Array,
	column: PlaceColumn
): PlaceStands {
	const { flags, openedOn, awaitedOn, firstPlanOn, [column]: placeOf } = states;
	const size = placeCount(placeOf, rows);
	const counts = () => new Int32Array(size);
	const days = () => new Int32Array(size).fill(FOREVER_NUMBER);
	const stands: PlaceStands = {
		...{ realised: counts(), accessible: counts(), onlineOnly: counts(), withdrawn: counts() },
		...{ openedOn: days(), awaitedOn: days(), firstPlanOn: days() }
	};
	for (const row of rows) {
		const place = placeOf[row]!;
		const flag = flags[row]!;
		if (flag & REALISED) {
			stands.realised[place]!++;
			keepEarlier(stands.openedOn, place, openedOn[row]!);
		}
		if (flag & ACCESSIBLE) stands.accessible[place]!++;
		if (flag & ONLINE_ONLY) stands.onlineOnly[place]!++;
		if (isWithdrawn(states, row)) stands.withdrawn[place]!++;
		keepEarlier(stands.awaitedOn, place, awaitedOn[row]!);
		keepEarlier(stands.firstPlanOn, place, firstPlanOn[row]!);
	}
	return stands;
}

/** A point that was planned once, never opened, and has no plan any more. */
export function isWithdrawn(states: PointStates, row: number): boolean {
	return (
		states.openedOn[row] === FOREVER_NUMBER &&
		states.awaitedOn[row] === FOREVER_NUMBER &&
		states.firstPlanOn[row]! < FOREVER_NUMBER
	);
}

/** One more than the highest id of a place in these rows, for arrays by id. */
export function placeCount(placeOf: Int32Array, rows: Int32Array): number {
	let highest = -1;
	for (const row of rows) if (placeOf[row]! > highest) highest = placeOf[row]!;
	return highest + 1;
}

export function keepEarlier(days: Int32Array, at: number, day: DayNumber): void {
	if (day < days[at]!) days[at] = day;
}

export function standOf(stands: PlaceStands, place: number): PlaceStand {
	return {
		realised: stands.realised[place] ?? 0,
		accessible: stands.accessible[place] ?? 0,
		onlineOnly: stands.onlineOnly[place] ?? 0,
		withdrawn: stands.withdrawn[place] ?? 0,
		openedOn: dayOf(stands.openedOn, place),
		awaitedOn: dayOf(stands.awaitedOn, place),
		firstPlanOn: dayOf(stands.firstPlanOn, place)
	};
}

const dayOf = (days: Int32Array, place: number) => toDayOrNull(days[place] ?? FOREVER_NUMBER);
