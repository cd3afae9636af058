import { daysBetween, type Day } from '#lib/day/day.ts';

/** The ends of a drawn axis in the values of its scale, and where they stand in the drawing. */
export interface Scale {
	from: number;
	to: number;
	start: number;
	end: number;
}

/** Where a value stands, with one decimal; what lies outside the scale stands at its end. */
export function placeOf(value: number, { from, to, start, end }: Scale): number {
	const inside = Math.min(Math.max(value, from), to);
	const share = to === from ? 0 : (inside - from) / (to - from);
	return Math.round((start + share * (end - start)) * 10) / 10;
}

/** Steps of 1, 2 or 5 times a power of ten, about `count` of them, from `from` past `to`. */
export function roundTicks(from: number, to: number, count = 5): number[] {
	const span = Math.max(to - from, Number.EPSILON);
	const power = 10 ** Math.floor(Math.log10(span / count));
	const step = [1, 2, 5, 10].find((one) => span / (one * power) <= count) ?? 10;
	const size = step * power;
	const first = Math.floor(from / size);
	const last = Math.ceil(to / size);
	return Array.from({ length: last - first + 1 }, (_, index) =>
		Number(((first + index) * size).toPrecision(12))
	);
}

/** A day as a number, so that it has a place on a scale. */
export const dayNumber = (day: Day): number => daysBetween('2000-01-01', day);

/** The first days of the years within these days. */
export function yearStarts(from: Day, to: Day): Day[] {
	const days: Day[] = [];
	for (let year = Number(from.slice(0, 4)); `${year}-01-01` <= to; year++)
		if (`${year}-01-01` >= from) days.push(`${year}-01-01`);
	return days;
}
