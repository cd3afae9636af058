import { expectedOf, type Rates } from './expected.ts';
import { LANDMARK_DAYS } from './situation.ts';
import type { Observation } from './observation.ts';

/** How the pace of the whole country moves: everybody opens faster or slower in the same quarter. */
export interface Pace {
	/** Standard deviation of the logarithm of the pace of a quarter. */
	spread: number;
	/** Logarithm of the pace now, drawn towards 0 when the last quarter had few openings. */
	now: number;
}

/** How much of the pace of a quarter remains in the next one. */
export const PERSISTENCE = 0.6;
/** Landmarks in a quarter. */
export const LANDMARKS_PER_QUARTER = 3;
const QUARTER_DAYS = LANDMARKS_PER_QUARTER * LANDMARK_DAYS;
/** Assumed before anything was seen: the variance of the pace, and how many quarters that weighs. */
const PRIOR_VARIANCE = 0.3;
const PRIOR_QUARTERS = 4;
/** Openings assumed at the ordinary pace in the last quarter. */
const PRIOR_OPENINGS = 5;

/**
 * Compares, quarter by quarter back from the day of the forecast, the openings that were seen with
 * those that the rates expect. What varies more than chance explains is the shared pace.
 */
export function fitPace(observations: readonly Observation[], rates: Rates): Pace {
	const quarters = Map.groupBy(
		observations.filter(({ daysAgo }) => daysAgo % QUARTER_DAYS === 0),
		({ daysAgo }) => daysAgo
	);
	let excess = 0;
	let expectedSum = 0;
	let now = 0;
	for (const [daysAgo, looks] of quarters) {
		const seen = looks.filter((look) => look.opened && look.exposure <= QUARTER_DAYS).length;
		const expected = looks.reduce((sum, look) => sum + expectedOf(rates, look, QUARTER_DAYS), 0);
		if (expected <= 0) continue;
		excess += (seen - expected) ** 2 / expected - 1;
		expectedSum += expected;
		if (daysAgo === QUARTER_DAYS) {
			now = Math.log((seen + PRIOR_OPENINGS) / (expected + PRIOR_OPENINGS));
		}
	}
	const seenVariance = expectedSum > 0 ? Math.max(0, excess / expectedSum) : 0;
	const count = quarters.size;
	const variance =
		(seenVariance * count + PRIOR_VARIANCE * PRIOR_QUARTERS) / (count + PRIOR_QUARTERS);
	return { spread: Math.sqrt(variance), now };
}
