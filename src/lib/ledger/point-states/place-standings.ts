import { FOREVER_NUMBER, toDayOrNull, type DayNumber } from '#lib/base/day/day-number.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { PlaceLocations } from '#lib/network/standing/types.ts';
import {
	ACCESSIBLE,
	ONLINE_ONLY,
	OUTSIDE_LIBRARY,
	REALISED,
	TEMPORARILY_CLOSED,
	type PointStates
} from './point-states.ts';

/** What the points of a municipality or library together say on (D, K). */
export interface PlaceStanding {
	realised: number;
	accessible: number;
	temporarilyClosed: number;
	onlineOnly: number;
	/** Planned once, never opened, and without a plan now. */
	withdrawn: number;
	/** Of these points those in a library, as the headline counts them. */
	locations: PlaceLocations;
	/** The first opening of those that are realised. */
	openedOn: Day | null;
	/** The earliest current plan of one that still has to open. */
	awaitedOn: Day | null;
	/** The earliest first plan. */
	firstPlanOn: Day | null;
}

const COUNTS = [
	'realised',
	'accessible',
	'temporarilyClosed',
	'onlineOnly',
	'withdrawn',
	/** Of the first three those outside a library. */
	'outside',
	'outsideAccessible',
	'outsideClosed'
] as const;
const DAYS = ['openedOn', 'awaitedOn', 'firstPlanOn'] as const;

/** Counts and earliest days by id of the place; a place without points has none of them. */
export type PlaceStandings = Record<(typeof COUNTS)[number] | (typeof DAYS)[number], Int32Array>;

export type PlaceColumn = 'libraryId' | 'municipality';

/** Adds the rows up per library or municipality. */
export function standingsPerPlace(
	states: PointStates,
	rows: Int32Array,
	column: PlaceColumn
): PlaceStandings {
	const { flags, openedOn, awaitedOn, firstPlanOn, [column]: placeOf } = states;
	const size = placeCount(placeOf, rows);
	const standings = Object.fromEntries([
		...COUNTS.map((name) => [name, new Int32Array(size)]),
		...DAYS.map((name) => [name, new Int32Array(size).fill(FOREVER_NUMBER)])
	]) as PlaceStandings;
	for (const row of rows) {
		const place = placeOf[row]!;
		const flag = flags[row]!;
		if (flag & REALISED) {
			countRealised(standings, place, flag);
			keepEarlier(standings.openedOn, place, openedOn[row]!);
		}
		if (flag & ONLINE_ONLY) standings.onlineOnly[place]!++;
		if (isWithdrawn(states, row)) standings.withdrawn[place]!++;
		keepEarlier(standings.awaitedOn, place, awaitedOn[row]!);
		keepEarlier(standings.firstPlanOn, place, firstPlanOn[row]!);
	}
	return standings;
}

function countRealised(standings: PlaceStandings, place: number, flag: number): void {
	const outside = flag & OUTSIDE_LIBRARY;
	standings.realised[place]!++;
	if (outside) standings.outside[place]!++;
	if (flag & ACCESSIBLE) {
		standings.accessible[place]!++;
		if (outside) standings.outsideAccessible[place]!++;
	}
	if (flag & TEMPORARILY_CLOSED) {
		standings.temporarilyClosed[place]!++;
		if (outside) standings.outsideClosed[place]!++;
	}
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

export function standingOf(standings: PlaceStandings, place: number): PlaceStanding {
	const count = (name: (typeof COUNTS)[number]) => standings[name][place] ?? 0;
	const day = (name: (typeof DAYS)[number]) =>
		toDayOrNull(standings[name][place] ?? FOREVER_NUMBER);
	return {
		realised: count('realised'),
		accessible: count('accessible'),
		temporarilyClosed: count('temporarilyClosed'),
		onlineOnly: count('onlineOnly'),
		withdrawn: count('withdrawn'),
		locations: {
			open: count('realised') - count('outside'),
			accessible: count('accessible') - count('outsideAccessible'),
			temporarilyClosed: count('temporarilyClosed') - count('outsideClosed'),
			outsideLibrary: count('outside')
		},
		openedOn: day('openedOn'),
		awaitedOn: day('awaitedOn'),
		firstPlanOn: day('firstPlanOn')
	};
}
