import { addDays, daysBetween, type Day } from '#lib/base/day/day.ts';

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

/** A day of such a number again. */
const numberDay = (number: number): Day => addDays('2000-01-01', Math.round(number));

/** From more days than this on an axis names years, else quarters. */
const LONG = 800;

/** The days that an axis names between two day numbers: first days of years, or of quarters. */
export function dayTicks(from: number, to: number): Day[] {
	const [first, last] = [numberDay(from), numberDay(to)];
	const months = to - from > LONG ? ['01'] : ['01', '04', '07', '10'];
	const days: Day[] = [];
	for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++)
		days.push(...months.map((month) => `${year}-${month}-01`));
	return days.filter((day) => first <= day && day <= last);
}
