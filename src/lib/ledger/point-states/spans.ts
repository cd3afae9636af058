import { ALWAYS_NUMBER, type DayNumber } from '#lib/base/day/day-number.ts';
import type { DatedRows } from './dated-rows.ts';
import { placeCount, type PlaceColumn } from './place-standings.ts';

/** The days `from` ≤ day < `to`. */
export interface Span {
	from: DayNumber;
	to: DayNumber;
}

/**
 * Tells, per library or municipality, the days on which at least one of these rows counts: as spans
 * that do not touch. The rows have to be in order of their first day, so that each can be joined to
 * the span before it at once.
 */
export function spansPerPlace(
	{ states, rows, from: firstOf, to: endOf }: DatedRows,
	column: PlaceColumn,
	tell: (place: number, from: DayNumber, to: DayNumber) => void
): void {
	const placeOf = states[column];
	const size = placeCount(placeOf, rows);
	/** The span of a place that may still become longer; its end is `ALWAYS_NUMBER` before the first. */
	const [from, to] = [new Int32Array(size), new Int32Array(size).fill(ALWAYS_NUMBER)];
	for (const row of rows) {
		const place = placeOf[row]!;
		const [first, end] = [firstOf(row), endOf(row)];
		if (to[place]! >= first) {
			if (end > to[place]!) to[place] = end;
			continue;
		}
		if (to[place] !== ALWAYS_NUMBER) tell(place, from[place]!, to[place]!);
		from[place] = first;
		to[place] = end;
	}
	to.forEach((end, place) => {
		if (end !== ALWAYS_NUMBER) tell(place, from[place]!, end);
	});
}
