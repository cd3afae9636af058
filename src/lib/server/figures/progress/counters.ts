import type { Kysely } from 'kysely';
import { FOREVER_NUMBER, toDayNumber, type DayNumber } from '#lib/base/day/day-number.ts';
import { municipalityNumber } from '#lib/ledger/point-states/codes.ts';
import type { DatedRows } from '#lib/ledger/point-states/dated-rows.ts';
import type { PlaceColumn } from '#lib/ledger/point-states/place-standings.ts';
import { passes } from '#lib/ledger/point-states/point-filter.ts';
import { OUTSIDE_LIBRARY } from '#lib/ledger/point-states/point-states.ts';
import { spansPerPlace } from '#lib/ledger/point-states/spans.ts';
import type { CountSpan } from '#lib/figures/progress/fact-changes.ts';
import type { ProgressMeasure } from '#lib/base/measure/measure.ts';
import { statusDay, type Where } from '#lib/server/base/selection/where.ts';
import type { DB } from '#lib/server/platform/db/schema.ts';
import { readPointFilter } from '#lib/server/ledger/point-states/read-point-filter.ts';
import { readLibrariesEver } from '#lib/server/ledger/point-states/select-libraries.ts';
import { listCountedDays, type CountedDays } from './list-counted-days.ts';

/** Counts what some rows say, on each day as the headline of that day counts. */
export interface Counter {
	/** What the rows are taken together by; null for the points themselves. */
	column: PlaceColumn | null;
	count: (dated: DatedRows, count: CountSpan) => void;
}

/**
 * Reads what is needed for counting by a measure: in which province, on which days, with what weight
 * something counts. A library counts in its own province, the others where they lie. What exists on the
 * day of the facts exists for ever after. Filters by status do not apply.
 */
export async function readCounter(
	db: Kysely<DB>,
	where: Where,
	measure: ProgressMeasure,
	factDay = toDayNumber(statusDay(where))
): Promise<Counter> {
	return await COUNTERS[measure](db, where, factDay);
}

type ReadCounter = (db: Kysely<DB>, where: Where, factDay: DayNumber) => Promise<Counter>;

const COUNTERS: Record<ProgressMeasure, ReadCounter> = {
	async locations(db, where) {
		const filter = await readPointFilter(db, where);
		return {
			column: null,
			count({ states, rows, from, to }, count) {
				const through = passes(states, filter);
				for (const row of rows) {
					if (states.flags[row]! & OUTSIDE_LIBRARY || !through(row)) continue;
					count(states.province[row]!, from(row), to(row), 1);
				}
			}
		};
	},
	async organisations(db, where, factDay) {
		const { libraries, rows: shown } = await readLibrariesEver(db, where);
		const { id, province, activeFrom, activeTo } = libraries;
		const until = lasting(factDay);
		const rowOf = new Map(shown.map((row) => [id[row]!, row]));
		return {
			column: 'libraryId',
			count: (dated, count) =>
				spansPerPlace(dated, 'libraryId', (library, from, to) => {
					const row = rowOf.get(library);
					if (row === undefined) return;
					const first = Math.max(from, activeFrom[row]!);
					const end = Math.min(to, until(activeFrom[row]!, activeTo[row]!));
					if (first < end) count(province[row]!, first, end, 1);
				})
		};
	},
	municipalities: (db, where, factDay) => readPlaces(db, where, factDay, () => 1),
	inhabitants: (db, where, factDay) =>
		readPlaces(db, where, factDay, ({ inhabitants }) => inhabitants ?? 0)
};

async function readPlaces(
	db: Kysely<DB>,
	where: Where,
	factDay: DayNumber,
	weightOf: (counted: CountedDays) => number
): Promise<Counter> {
	const until = lasting(factDay);
	const days = (await listCountedDays(db, where)).map((counted) => {
		const [from, to] = [toDayNumber(counted.validFrom), toDayNumber(counted.validTo)];
		return { ...counted, from, to: until(from, to), weight: weightOf(counted) };
	});
	const daysOf = Map.groupBy(days, ({ code }) => municipalityNumber(code));
	return {
		column: 'municipality',
		count: (dated, count) =>
			spansPerPlace(dated, 'municipality', (municipality, from, to) => {
				for (const counted of daysOf.get(municipality) ?? []) {
					const first = Math.max(from, counted.from);
					const end = Math.min(to, counted.to);
					if (first < end) count(counted.province, first, end, counted.weight);
				}
			})
	};
}

/** The end of what exists from one day to another: none when it exists on the day of the facts, and before its beginning when that is later. */
function lasting(factDay: DayNumber): (from: DayNumber, to: DayNumber) => DayNumber {
	return (from, to) => {
		if (from > factDay) return from;
		return to > factDay ? FOREVER_NUMBER : to;
	};
}
