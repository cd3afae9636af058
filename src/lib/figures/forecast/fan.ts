import { addDays, daysBetween, type Day } from '#lib/base/day/day.ts';
import { MEASURES, type FanMonth, type FanValue, type Measure } from './forecast.ts';
import { P_LIKELY, P_SURE, quantileOfSorted } from './quantile.ts';
import type { Unit } from './unit.ts';

/** Months that the fan looks ahead. */
const MONTHS = 24;

/** The last days of the `count` months from the month of `day` on that lie after it. */
export function monthEndsAfter(day: Day, count: number): Day[] {
	const year = Number(day.slice(0, 4));
	const month = Number(day.slice(5, 7));
	return Array.from({ length: count + 1 }, (_, ahead) => {
		const first = new Date(Date.UTC(year, month + ahead, 1)).toISOString().slice(0, 10);
		return addDays(first, -1);
	})
		.filter((end) => end > day)
		.slice(0, count);
}

/** Per measure and month what is reached with three degrees of certainty, from the day itself on. */
export function fanOf(
	day: Day,
	units: Readonly<Record<Measure, readonly Unit[]>>,
	now: Readonly<Record<Measure, number>>
): FanMonth[] {
	const ends = monthEndsAfter(day, MONTHS);
	const limits = ends.map((end) => daysBetween(day, end));
	const values = new Map(
		MEASURES.map((measure) => [measure, measureFan(units[measure], now[measure], limits)])
	);
	const certain = (measure: Measure): FanValue => {
		return { sure: now[measure], likely: now[measure], bold: now[measure] };
	};
	const month = (on: Day, valueOf: (measure: Measure) => FanValue): FanMonth => ({
		day: on,
		values: {
			organisations: valueOf('organisations'),
			locations: valueOf('locations'),
			municipalities: valueOf('municipalities'),
			inhabitants: valueOf('inhabitants')
		}
	});
	return [
		month(day, certain),
		...ends.map((end, index) => month(end, (measure) => values.get(measure)![index]!))
	];
}

/** `limits`: days from the day of the forecast to the end of each month, ascending. */
function measureFan(units: readonly Unit[], now: number, limits: readonly number[]): FanValue[] {
	const runs = units[0]?.days.length ?? 1;
	const last = limits.at(-1) ?? 0;
	const monthOf = Int16Array.from({ length: last + 1 }, (_, days) =>
		limits.findIndex((limit) => days <= limit)
	);
	/** What comes in each month, one block of runs after the other. */
	const added = new Float64Array(limits.length * runs);
	for (const { days, weight } of units) {
		for (let run = 0; run < runs; run++) {
			const at = days[run]!;
			if (at <= last) added[monthOf[at]! * runs + run]! += weight;
		}
	}
	const reached = new Float64Array(runs).fill(now);
	const sorted = new Float64Array(runs);
	return limits.map((_, month) => {
		for (let run = 0; run < runs; run++) reached[run]! += added[month * runs + run]!;
		sorted.set(reached);
		sorted.sort();
		return {
			sure: quantileOfSorted(sorted, 1 - P_SURE),
			likely: quantileOfSorted(sorted, P_LIKELY),
			bold: quantileOfSorted(sorted, P_SURE)
		};
	});
}
