import { speedOf, type Rates } from './expected.ts';
import type { Observation } from './observation.ts';
import {
	AHEAD_CLASSES,
	forEachInterval,
	LATE_DAYS,
	slipInterval,
	SLIP_INTERVALS
} from './slip-clock.ts';

/** Assumed openings that pull a small group towards the whole. */
const POOL_PRIOR = 1;
const CELL_PRIOR = 3;
/** The same well after the day aimed at, where few openings are spread over much time. */
const LATE_PRIOR = 10;
/** Openings per day where nothing at all was seen. */
const FALLBACK_HAZARD = 1 / 365;

const table = () => Array.from({ length: AHEAD_CLASSES }, () => new Float64Array(SLIP_INTERVALS));

/**
 * Chance per day to open, per class of days ahead and slip interval: openings divided by days
 * followed, in which the days of a fast library weigh more. `repeats` is the number of looks that
 * one opening is seen in.
 */
export function estimateHazards(
	observations: readonly Observation[],
	rates: Omit<Rates, 'hazards'>,
	repeats: number
): number[][] {
	const events = table();
	const days = table();
	for (const observation of observations) {
		const { aheadClass, ahead, exposure, opened } = observation;
		const speed = speedOf(rates, observation);
		let last = 0;
		forEachInterval(-ahead, exposure, (interval, spent) => {
			days[aheadClass]![interval]! += spent * speed;
			last = interval;
		});
		if (opened) events[aheadClass]![last]! += 1;
	}
	const pooled = poolClasses(events, days, repeats);
	return events.map((row, index) =>
		Array.from(row, (count, interval) => {
			const weight = isLate(interval) ? LATE_PRIOR : CELL_PRIOR;
			return shrink(count, days[index]![interval]!, pooled[interval]!, weight * repeats);
		})
	);
}

/** Per slip interval over all classes. */
function poolClasses(events: Float64Array[], days: Float64Array[], repeats: number): number[] {
	const intervals = [...Array(SLIP_INTERVALS).keys()];
	const seen = intervals.map((interval) => sumOf(events, interval));
	const followed = intervals.map((interval) => sumOf(days, interval));
	return intervals.map((interval) => {
		const own = intervals.filter((other) => periodOf(other) === periodOf(interval));
		const whole = ratio(total(own, seen), total(own, followed));
		const weight = isLate(interval) ? LATE_PRIOR : POOL_PRIOR;
		return shrink(seen[interval]!, followed[interval]!, whole, weight * repeats);
	});
}

const isLate = (interval: number) => interval >= slipInterval(LATE_DAYS);

/**
 * Before the day aimed at, around it and well after it are different worlds: an interval borrows
 * only from its own. What is late by a month is not as quick as what opens in its week.
 */
function periodOf(interval: number): 'before' | 'around' | 'late' {
	if (isLate(interval)) return 'late';
	return interval >= slipInterval(0) ? 'around' : 'before';
}

const total = (intervals: readonly number[], values: readonly number[]) =>
	intervals.reduce((sum, interval) => sum + values[interval]!, 0);
const ratio = (events: number, days: number) =>
	events > 0 && days > 0 ? events / days : FALLBACK_HAZARD;

const sumOf = (rows: Float64Array[], interval: number) =>
	rows.reduce((sum, row) => sum + row[interval]!, 0);

/** Events per day, with `weight` assumed events at the pace `towards`. */
const shrink = (events: number, days: number, towards: number, weight: number) =>
	(events + weight) / (days + weight / towards);
