import { expectedOf, type Rates } from './expected.ts';
import { estimateHazards, LATE_ASSUMED } from './hazards.ts';
import { estimateLibraries } from './library-speed.ts';
import { FACTORS, type Observation } from './observation.ts';
import { LATE_DAYS } from './slip-clock.ts';

/** What the history says about how fast points open. */
export interface Fit extends Rates {
	/** Openings that were observed. */
	openings: number;
	/** Those of them that came well after the day aimed at, with the assumed ones. */
	lateOpenings: number;
}

/** Below this number of observed openings there is nothing to measure. */
export const FEWEST_OPENINGS = 10;
/** Assumed openings that pull a level of a factor towards the whole. */
const FACTOR_PRIOR = 8;
const ROUNDS = 4;

/**
 * Estimates from earlier looks the chance per day to open: openings divided by days followed, which
 * counts those that have not opened yet for the days that they were followed. A small group is
 * drawn towards the whole, more so the fewer openings it has. The chance is that of an average
 * library: slow libraries are left over among what is late, and would else be counted twice.
 */
export function fitHistory(observations: readonly Observation[]): Fit {
	const openings = new Set(observations.filter((o) => o.opened).map((o) => o.pointId)).size;
	const looks = observations.filter(({ opened }) => opened).length;
	// A point is looked at several times; its opening is still one opening.
	const repeats = openings > 0 ? looks / openings : 1;
	const factors = FACTORS.map(({ levels }) => Array.from({ length: levels }, () => 1));
	let libraries: Rates['libraries'] = new Map();
	let hazards = estimateHazards(observations, { factors, libraries }, repeats);
	for (let round = 0; round < ROUNDS; round++) {
		for (const index of FACTORS.keys()) {
			const rates = { hazards, factors, libraries };
			factors[index] = estimateFactor(observations, rates, index, repeats);
		}
		libraries = estimateLibraries(observations, { hazards, factors });
		hazards = estimateHazards(observations, { factors, libraries }, repeats);
	}
	return { hazards, factors, libraries, openings, lateOpenings: countLate(observations) };
}

function countLate(observations: readonly Observation[]): number {
	const late = observations.filter(
		(look) => look.opened && look.exposure - look.ahead >= LATE_DAYS
	);
	return new Set(late.map(({ pointId }) => pointId)).size + LATE_ASSUMED;
}

function estimateFactor(
	observations: readonly Observation[],
	rates: Rates,
	index: number,
	repeats: number
): number[] {
	const levels = FACTORS[index]!.levels;
	const seen = new Float64Array(levels);
	const expected = new Float64Array(levels);
	for (const observation of observations) {
		const level = observation.levels[index]!;
		if (observation.opened) seen[level]! += 1;
		expected[level]! += expectedOf(rates, observation) / rates.factors[index]![level]!;
	}
	const weight = FACTOR_PRIOR * repeats;
	return Array.from(seen, (events, level) => (events + weight) / (expected[level]! + weight));
}
