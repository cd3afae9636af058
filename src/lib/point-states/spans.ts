import type { DayNumber } from '#lib/day/day-number.ts';
import { placeCount, type PlaceColumn } from './place-stands.ts';
import type { PointStates } from './point-states.ts';

/** The days `from` ≤ day < `to`. */
export interface Span {
	from: DayNumber;
	to: DayNumber;
}

/** The days of at least one of these spans, as spans that do not touch, in order. */
export function unite(spans: readonly Span[]): Span[] {
	const united: Span[] = [];
	for (const { from, to } of spans.toSorted((one, other) => one.from - other.from)) {
		const last = united.at(-1);
		if (last && from <= last.to) last.to = Math.max(last.to, to);
		else united.push({ from, to });
	}
	return united;
}

/** The days of these spans that also lie in `within`. */
export function clip(spans: readonly Span[], within: Span): Span[] {
	return spans
		.map(({ from, to }) => ({ from: Math.max(from, within.from), to: Math.min(to, within.to) }))
		.filter(({ from, to }) => from < to);
}

/** Per library or municipality: the days on which one of these rows holds. */
export function spansPerPlace(
	states: PointStates,
	rows: Int32Array,
	column: PlaceColumn
): Map<number, Span[]> {
	const { validFrom, validTo, [column]: placeOf } = states;
	const spans: (Span[] | undefined)[] = new Array(placeCount(placeOf, rows));
	for (const row of rows) {
		const span = { from: validFrom[row]!, to: validTo[row]! };
		(spans[placeOf[row]!] ??= []).push(span);
	}
	const united = new Map<number, Span[]>();
	spans.forEach((some, place) => some && united.set(place, unite(some)));
	return united;
}
