import type { DayNumber } from '#lib/base/day/day-number.ts';
import type { PointStates } from './point-states.ts';

/** Rows of states that each count for something on the days `from(row)` ≤ day < `to(row)`. */
export interface DatedRows {
	states: PointStates;
	rows: Int32Array;
	from: (row: number) => DayNumber;
	to: (row: number) => DayNumber;
}

/** Only the rows that count on some day, in order of their first day. */
export function inOrder({ rows, from, to, ...dated }: DatedRows): DatedRows {
	const some = rows.filter((row) => from(row) < to(row));
	return { ...dated, rows: sortByDay(some, from), from, to };
}

/** A sort that counts, because there may be hundreds of thousands of rows on a few thousand days. */
function sortByDay(rows: Int32Array, dayOf: (row: number) => DayNumber): Int32Array {
	let [first, last] = [Infinity, -Infinity];
	for (const row of rows) {
		first = Math.min(first, dayOf(row));
		last = Math.max(last, dayOf(row));
	}
	const next = new Int32Array(rows.length === 0 ? 0 : last - first + 1);
	for (const row of rows) next[dayOf(row) - first]!++;
	let before = 0;
	next.forEach((count, at) => {
		next[at] = before;
		before += count;
	});
	const sorted = new Int32Array(rows.length);
	for (const row of rows) sorted[next[dayOf(row) - first]!++] = row;
	return sorted;
}
