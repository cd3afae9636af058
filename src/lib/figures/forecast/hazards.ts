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
/** Late openings that are assumed, at the pace of all that came after the day aimed at. */
export const LATE_ASSUMED = 4;
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
	const seen = INTERVALS.map((interval) => sumOf(events, interval));
	const followed = INTERVALS.map((interval) => sumOf(days, interval));
	const paceOf = (belongs: (interval: number) => boolean) =>
		ratio(total(seen, belongs), total(followed, belongs));
	// Before and after the day aimed at are different worlds: they borrow only from their own side.
	const before = paceOf((interval) => !isAfter(interval));
	const after = paceOf(isAfter);
	// So are the week of the day and a month later: who opened quickly says little of who is late.
	const around = paceOf((interval) => isAfter(interval) && !isLate(interval));
	const late = shrink(total(seen, isLate), total(followed, isLate), after, LATE_ASSUMED * repeats);
	return INTERVALS.map((interval) => {
		const whole = isLate(interval) ? late : isAfter(interval) ? around : before;
		const weight = isLate(interval) ? LATE_PRIOR : POOL_PRIOR;
		return shrink(seen[interval]!, followed[interval]!, whole, weight * repeats);
	});
}

const INTERVALS = [...Array(SLIP_INTERVALS).keys()];
const isAfter = (interval: number) => interval >= slipInterval(0);
const isLate = (interval: number) => interval >= slipInterval(LATE_DAYS);

const total = (values: readonly number[], belongs: (interval: number) => boolean) =>
	values.reduce((sum, value, interval) => sum + (belongs(interval) ? value : 0), 0);
const ratio = (events: number, days: number) =>
	events > 0 && days > 0 ? events / days : FALLBACK_HAZARD;

const sumOf = (rows: Float64Array[], interval: number) =>
	rows.reduce((sum, row) => sum + row[interval]!, 0);

/** Events per day, with `weight` assumed events at the pace `towards`. */
const shrink = (events: number, days: number, towards: number, weight: number) =>
	(events + weight) / (days + weight / towards);
