import { FACTORS, type Observation, type Traits } from './observation.ts';
import {
	AHEAD_CLASSES,
	forEachInterval,
	LATE_DAYS,
	slipInterval,
	SLIP_INTERVALS
} from './slip-clock.ts';

/** What the history says about how fast points open. */
export interface Fit {
	/** Chance per day to open, per class of days ahead and slip interval. */
	hazards: readonly (readonly number[])[];
	/** How many times faster or slower, per factor and level. */
	factors: readonly (readonly number[])[];
	/** The same for a library, with the number of openings (of its own and assumed) it rests on. */
	libraries: ReadonlyMap<number, { factor: number; weight: number }>;
	/** Openings that were observed. */
	openings: number;
	/** Those of them that came well after the day aimed at, with the assumed ones. */
	lateOpenings: number;
}

/** Assumed openings that pull a small group towards the whole. */
const POOL_PRIOR = 1;
const CELL_PRIOR = 3;
const FACTOR_PRIOR = 8;
const LIBRARY_PRIOR = 5;
const ROUNDS = 4;
/** Openings per day where nothing at all was seen. */
const FALLBACK_HAZARD = 1 / 365;

const table = () => Array.from({ length: AHEAD_CLASSES }, () => new Float64Array(SLIP_INTERVALS));

/**
 * Estimates from earlier looks the chance per day to open: openings divided by days followed, which
 * counts those that have not opened yet for the days that they were followed. A small group is
 * drawn towards the whole, more so the fewer openings it has.
 */
export function fitHistory(observations: readonly Observation[]): Fit {
	const openings = new Set(observations.filter((o) => o.opened).map((o) => o.pointId)).size;
	const looks = observations.filter(({ opened }) => opened).length;
	// A point is looked at several times; its opening is still one opening.
	const repeats = openings > 0 ? looks / openings : 1;
	const factors = FACTORS.map(({ levels }) => Array.from({ length: levels }, () => 1));
	let hazards = estimateHazards(observations, factors, repeats);
	for (let round = 0; round < ROUNDS; round++) {
		for (const index of FACTORS.keys()) {
			factors[index] = estimateFactor(observations, hazards, factors, index, repeats);
		}
		hazards = estimateHazards(observations, factors, repeats);
	}
	const libraries = estimateLibraries(observations, hazards, factors, repeats);
	return { hazards, factors, libraries, openings, lateOpenings: countLate(observations) };
}

/** Late openings that are assumed before any was seen. */
const LATE_PRIOR = 2;

function countLate(observations: readonly Observation[]): number {
	const late = observations.filter(
		(look) => look.opened && look.exposure - look.ahead >= LATE_DAYS
	);
	return new Set(late.map(({ pointId }) => pointId)).size + LATE_PRIOR;
}

/** The product of the factors of a point. */
export function factorOf(factors: Fit['factors'], { levels }: Traits): number {
	return levels.reduce((product, level, index) => product * factors[index]![level]!, 1);
}

/** Openings that the fit expects of this look in its days followed, or in the first `days` of them. */
export function expectedOf(
	hazards: Fit['hazards'],
	factors: Fit['factors'],
	observation: Observation,
	days = observation.exposure
): number {
	const row = hazards[observation.aheadClass]!;
	let sum = 0;
	forEachInterval(-observation.ahead, Math.min(days, observation.exposure), (interval, spent) => {
		sum += row[interval]! * spent;
	});
	return sum * factorOf(factors, observation);
}

function estimateHazards(
	observations: readonly Observation[],
	factors: Fit['factors'],
	repeats: number
): number[][] {
	const events = table();
	const days = table();
	for (const observation of observations) {
		const { aheadClass, ahead, exposure, opened } = observation;
		const factor = factorOf(factors, observation);
		let last = 0;
		forEachInterval(-ahead, exposure, (interval, spent) => {
			days[aheadClass]![interval]! += spent * factor;
			last = interval;
		});
		if (opened) events[aheadClass]![last]! += 1;
	}
	const intervals = [...Array(SLIP_INTERVALS).keys()];
	const seen = intervals.map((interval) => sumOf(events, interval));
	const followed = intervals.map((interval) => sumOf(days, interval));
	const pooled = intervals.map((interval) => {
		// Before and after the day aimed at are different worlds: they borrow only from their own side.
		const side = intervals.filter((other) => isAfter(other) === isAfter(interval));
		const whole = ratio(total(side, seen), total(side, followed));
		return shrink(seen[interval]!, followed[interval]!, whole, POOL_PRIOR * repeats);
	});
	return events.map((row, index) =>
		Array.from(row, (count, interval) =>
			shrink(count, days[index]![interval]!, pooled[interval]!, CELL_PRIOR * repeats)
		)
	);
}

const isAfter = (interval: number) => interval >= slipInterval(0);
const total = (intervals: readonly number[], values: readonly number[]) =>
	intervals.reduce((sum, interval) => sum + values[interval]!, 0);
const ratio = (events: number, days: number) =>
	events > 0 && days > 0 ? events / days : FALLBACK_HAZARD;

const sumOf = (rows: Float64Array[], interval: number) =>
	rows.reduce((sum, row) => sum + row[interval]!, 0);

/** Events per day, with `weight` assumed events at the pace `towards`. */
const shrink = (events: number, days: number, towards: number, weight: number) =>
	(events + weight) / (days + weight / towards);

function estimateFactor(
	observations: readonly Observation[],
	hazards: Fit['hazards'],
	factors: Fit['factors'],
	index: number,
	repeats: number
): number[] {
	const levels = FACTORS[index]!.levels;
	const seen = new Float64Array(levels);
	const expected = new Float64Array(levels);
	for (const observation of observations) {
		const level = observation.levels[index]!;
		if (observation.opened) seen[level]! += 1;
		expected[level]! += expectedOf(hazards, factors, observation) / factors[index]![level]!;
	}
	const weight = FACTOR_PRIOR * repeats;
	return Array.from(seen, (events, level) => (events + weight) / (expected[level]! + weight));
}

function estimateLibraries(
	observations: readonly Observation[],
	hazards: Fit['hazards'],
	factors: Fit['factors'],
	repeats: number
): Fit['libraries'] {
	const groups = Map.groupBy(observations, ({ libraryId }) => libraryId);
	return new Map(
		[...groups].map(([id, group]) => {
			const seen = group.filter(({ opened }) => opened).length / repeats;
			const expected =
				group.reduce((sum, look) => sum + expectedOf(hazards, factors, look), 0) / repeats;
			const weight = seen + LIBRARY_PRIOR;
			return [id, { factor: weight / (expected + LIBRARY_PRIOR), weight }];
		})
	);
}

/** What is assumed of a library without a history of its own. */
export const UNKNOWN_LIBRARY = { factor: 1, weight: LIBRARY_PRIOR };
