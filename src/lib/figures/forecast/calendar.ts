import type { Backtest } from './backtest.ts';
import { LANDMARKS_PER_QUARTER, PERSISTENCE } from './pace.ts';
import { LANDMARK_DAYS } from './situation.ts';

/**
 * What is assumed of forecasts of which nothing is known yet: their calendar may well run two to three
 * times slower or faster. It weighs half a judged quarter, so that a record soon speaks for itself.
 */
const ASSUMED_VARIANCE = 1;
const ASSUMED_QUARTERS = 0.5;
/** How much a quarter still weighs a year later. */
const KEPT_PER_YEAR = 0.7;
const YEAR_DAYS = 12 * LANDMARK_DAYS;
/** The part of an error that the pace of the country, which is simulated too, explains. */
const PACE_SHARE = 0.5;

/**
 * How far the calendar of the whole country may run from the ordinary one (standard deviation of the
 * logarithm of its speed in a quarter): as far as earlier forecasts were off, beyond chance and the
 * pace that the model has already.
 */
export function calendarSpread(record: readonly Backtest[], paceSpread: number): number {
	const weights = record.map(({ daysAgo }) => KEPT_PER_YEAR ** (daysAgo / YEAR_DAYS));
	const explained = PACE_SHARE * paceSpread ** 2;
	const seen = record.reduce(
		(sum, { error, chance }, index) => sum + weights[index]! * (error ** 2 - chance - explained),
		0
	);
	const quarters = weights.reduce((sum, weight) => sum + weight, ASSUMED_QUARTERS);
	return Math.sqrt((Math.max(0, seen) + ASSUMED_QUARTERS * ASSUMED_VARIANCE) / quarters);
}

/**
 * Per run, how many days of the ordinary calendar have passed at the end of each block of thirty days:
 * `runs` rows of `blocks`. What stands still for everybody moves every plan.
 */
export function drawCalendars(
	spread: number,
	{ runs, blocks }: { runs: number; blocks: number },
	normal: () => number
): Float64Array {
	const passed = new Float64Array(runs * blocks);
	const fresh = spread * Math.sqrt(1 - PERSISTENCE ** 2);
	for (let run = 0; run < runs; run++) {
		let level = spread * normal();
		let days = 0;
		for (let block = 0; block < blocks; block++) {
			if (block > 0 && block % LANDMARKS_PER_QUARTER === 0) {
				level = PERSISTENCE * level + fresh * normal();
			}
			// On average an ordinary day.
			days += LANDMARK_DAYS * Math.exp(level - spread ** 2 / 2);
			passed[run * blocks + block] = days;
		}
	}
	return passed;
}

/** Turns days of the ordinary calendar into real ones, per run; `never` when beyond the simulated time. */
export function toRealDays(
	days: Int32Array,
	calendars: Float64Array,
	{ blocks, never }: { blocks: number; never: number }
): void {
	for (let run = 0; run < days.length; run++) {
		const day = days[run]!;
		if (day === never) continue;
		const base = run * blocks;
		const block = firstReaching(day, calendars, base, blocks);
		if (block === blocks) {
			days[run] = never;
			continue;
		}
		const before = block === 0 ? 0 : calendars[base + block - 1]!;
		const share = (day - before) / (calendars[base + block]! - before);
		days[run] = Math.max(1, Math.ceil((block + share) * LANDMARK_DAYS));
	}
}

/** The first block at whose end so many days have passed; `blocks` when none has. */
function firstReaching(day: number, passed: Float64Array, base: number, blocks: number): number {
	let [low, high] = [0, blocks];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (passed[base + middle]! < day) low = middle + 1;
		else high = middle;
	}
	return low;
}
