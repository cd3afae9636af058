import { ALWAYS_NUMBER, type DayNumber } from '#lib/day/day-number.ts';
import { placeCount, type PlaceColumn } from './place-stands.ts';
import type { PointStates } from './point-states.ts';

/** The days `from` ≤ day < `to`. */
export interface Span {
	from: DayNumber;
	to: DayNumber;
}

/**
 * Tells, per library or municipality, the days on which at least one of these rows holds: as spans
 * that do not touch. The rows have to be in order of `validFrom`, so that each can be joined to the
 * span before it at once.
 */
export function spansPerPlace(
	states: PointStates,
	rows: Int32Array,
	column: PlaceColumn,
	tell: (place: number, from: DayNumber, to: DayNumber) => void
): void {
	const { validFrom, validTo, [column]: placeOf } = states;
	const size = placeCount(placeOf, rows);
	/** The span of a place that may still become longer; its end is `ALWAYS_NUMBER` before the first. */
	const [from, to] = [new Int32Array(size), new Int32Array(size).fill(ALWAYS_NUMBER)];
	for (const row of rows) {
		const place = placeOf[row]!;
		if (to[place]! >= validFrom[row]!) {
			if (validTo[row]! > to[place]!) to[place] = validTo[row]!;
			continue;
		}
		if (to[place] !== ALWAYS_NUMBER) tell(place, from[place]!, to[place]!);
		from[place] = validFrom[row]!;
		to[place] = validTo[row]!;
	}
	to.forEach((end, place) => {
		if (end !== ALWAYS_NUMBER) tell(place, from[place]!, end);
	});
}
