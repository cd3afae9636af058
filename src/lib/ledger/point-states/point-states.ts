import { FOREVER_NUMBER, type DayNumber } from '#lib/base/day/day-number.ts';
import { columnsOf, replaceRows, type Columns } from './columns.ts';
import { RowList } from './row-list.ts';

/**
 * The projection `information_point_state`: a row says what is known of a point for the days
 * validFrom ≤ D < validTo as known on knownFrom ≤ K < knownTo.
 * Days are day numbers, and `FOREVER_NUMBER` where there is none. Never changed once made, so what
 * was selected from it stays right while a newer one is made.
 */
export type PointStates = Columns<PointStateColumn>;

export const POINT_STATE_COLUMNS = [
	'pointId',
	'libraryId',
	/** The digits of its code. */
	'municipality',
	/** The digits of the code of the province in which it lies. */
	'province',
	/** `REALISED`, `ACCESSIBLE` … added up. */
	'flags',
	'validFrom',
	'validTo',
	'knownFrom',
	'knownTo',
	'openedOn',
	/** The current plan while the point still has to open. */
	'awaitedOn',
	'firstPlanOn',
	'planOn',
	'forecastOn'
] as const;
export type PointStateColumn = (typeof POINT_STATE_COLUMNS)[number];

export const REALISED = 1;
export const ACCESSIBLE = 2;
export const ONLINE_ONLY = 4;
export const OUTSIDE_LIBRARY = 8;
export const CLOSED_FOR_GOOD = 16;
export const TEMPORARILY_CLOSED = 32;

/** What is known of the points on any day (`ever`), and which of those rows say what is so now. */
export interface KnownStates {
	states: PointStates;
	ever: Int32Array;
	now: Int32Array;
	/** The day of the facts: what is so on this day is so on every later one. */
	factDay: DayNumber;
}

/** As K: everything that is known. Only what is known for ever holds on it. */
export const EVERYTHING_KNOWN: DayNumber = FOREVER_NUMBER - 1;

export const NO_STATES: PointStates = columnsOf(POINT_STATE_COLUMNS, () => new Int32Array(0));

/** The same states, but these points as they are in the parts of `fresh`. */
export function replacePoints(
	states: PointStates,
	points: ReadonlySet<number>,
	fresh: readonly PointStates[]
): PointStates {
	return replaceRows(POINT_STATE_COLUMNS, states, { column: 'pointId', ids: points }, fresh);
}

/** The rows that hold on D as known on K. */
export function statesOn(states: PointStates, on: DayNumber, known: DayNumber): Int32Array {
	const { validFrom, validTo, knownFrom, knownTo } = states;
	const rows = new RowList();
	for (let row = 0; row < validTo.length; row++) {
		if (validTo[row]! <= on || knownTo[row]! <= known) continue;
		if (validFrom[row]! <= on && knownFrom[row]! <= known) rows.add(row);
	}
	return rows.toArray();
}

/** The rows that say "realised", whichever days they are about, in order of `validFrom`. */
export function realisedStates({ flags, validFrom }: PointStates): Int32Array {
	const rows = new RowList();
	for (let row = 0; row < flags.length; row++) if (flags[row]! & REALISED) rows.add(row);
	return rows.toArray().sort((one, other) => validFrom[one]! - validFrom[other]!);
}

/** Of these rows those that are known on K, in the same order. */
export function knownOf(
	{ knownFrom, knownTo }: PointStates,
	among: Int32Array,
	known: DayNumber
): Int32Array {
	return among.filter((row) => knownTo[row]! > known && knownFrom[row]! <= known);
}
