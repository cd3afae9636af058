import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import { toDayNumber, type DayNumber } from '#lib/base/day/day-number.ts';
import {
	standingsPerPlace,
	type PlaceColumn,
	type PlaceStandings
} from '#lib/ledger/point-states/place-standings.ts';
import {
	EVERYTHING_KNOWN,
	knownOf,
	realisedStates,
	statesOn,
	type KnownStates,
	type PointStates
} from '#lib/ledger/point-states/point-states.ts';
import { statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readCountry } from './read-country.ts';

/** Some of the states: `rows` are rows of `states`. */
export interface SelectedStates {
	states: PointStates;
	rows: Int32Array;
}

/** The states of all points on (D, K), whatever the filters. */
export async function readStatesOn(db: Kysely<DB>, where: Where): Promise<SelectedStates> {
	const { states } = await readCountry(db);
	const day = statusDay(where);
	const known = knownNumber(where);
	const rows = selectOnce(states, `${day} ${known}`, () =>
		statesOn(states, toDayNumber(day), known)
	);
	return { states, rows };
}

/** The states of all points as known on K, of every day and of D, whatever the filters. */
export async function readKnown(db: Kysely<DB>, where: Where): Promise<KnownStates> {
	return await readEver(db, where, 'all', ({ pointId }) => pointId.map((_, row) => row));
}

/** The same, of every day only those of realised points, in order of their first day. */
export async function readRealised(db: Kysely<DB>, where: Where): Promise<KnownStates> {
	return await readEver(db, where, 'realised', realisedStates);
}

async function readEver(
	db: Kysely<DB>,
	where: Where,
	name: string,
	select: (states: PointStates) => Int32Array
): Promise<KnownStates> {
	const { states, rows: now } = await readStatesOn(db, where);
	const known = knownNumber(where);
	const all = selectOnce(states, name, () => select(states));
	const ever = selectOnce(states, `${name} ${known}`, () => knownOf(states, all, known));
	return { states, ever, now, factDay: toDayNumber(statusDay(where)) };
}

export const knownNumber = ({ asOf: { knownOn } }: Where): DayNumber =>
	knownOn === null ? EVERYTHING_KNOWN : toDayNumber(knownOn);

/** A page asks several questions about the same dates, at the same time. */
const MOST_KEPT = 10;

/** What was selected from these states, by what was asked for. */
const selectedOf = new WeakMap<PointStates, LRUCache<string, Int32Array>>();

function selectOnce(states: PointStates, asked: string, select: () => Int32Array): Int32Array {
	const selected = selectedOf.get(states) ?? new LRUCache({ max: MOST_KEPT });
	selectedOf.set(states, selected);
	const rows = selected.get(asked) ?? select();
	selected.set(asked, rows);
	return rows;
}

const perPlaceOf = new WeakMap<Int32Array, Partial<Record<PlaceColumn, PlaceStandings>>>();

/** What the points say per library or municipality on (D, K), whatever the filters. */
export async function readPlaceStandings(
	db: Kysely<DB>,
	where: Where,
	column: PlaceColumn
): Promise<PlaceStandings> {
	const { states, rows } = await readStatesOn(db, where);
	const perPlace = perPlaceOf.get(rows) ?? {};
	perPlaceOf.set(rows, perPlace);
	return (perPlace[column] ??= standingsPerPlace(states, rows, column));
}
