import { daysBetween } from '#lib/base/day/day.ts';
import { drawGamma } from '#lib/base/random/gamma.ts';
import { mulberry32, normals } from '#lib/base/random/mulberry32.ts';
import { backtest } from './backtest.ts';
import { calendarSpread, drawCalendars, toRealDays } from './calendar.ts';
import { factorOf, type Speed } from './expected.ts';
import { FEWEST_OPENINGS, fitHistory, type Fit } from './fit.ts';
import { fitLeadTime, librariesByLeadTime } from './lead-time.ts';
import { UNKNOWN_LIBRARY } from './library-speed.ts';
import { observationsOf, traitsOf } from './observation.ts';
import { fitPace, LANDMARKS_PER_QUARTER, PERSISTENCE, type Pace } from './pace.ts';
import { runRows } from './run-rows.ts';
import { LANDMARK_DAYS, type Candidate, type ForecastSituation } from './situation.ts';
import { forEachInterval, LATE_DAYS } from './slip-clock.ts';

/** Blocks of thirty days that are simulated: about six years. */
const BLOCKS = 73;
/** The last day, counted from the forecast, on which something can open in a run. */
export const LAST_SIMULATED_DAY = BLOCKS * LANDMARK_DAYS;
/** Days to an opening that did not come within the simulated time. */
export const NEVER = 0x7fffffff;

/** Something that still has to open: a planned point, or a library that has no planned point yet. */
export interface AwaitedOpening {
	libraryId: number;
	candidate: Candidate | null;
	/** Days from the day of the forecast to its opening, per run; `NEVER` when beyond. */
	days: Int32Array;
}

/**
 * Simulates the rest of the rollout `runs` times. Null when fewer than ten openings were known on
 * the day of the forecast. The same situation, runs and seed give the same result.
 */
export function simulate(
	situation: ForecastSituation,
	runs: number,
	seed: number
): AwaitedOpening[] | null {
	const observations = observationsOf(situation);
	const fit = fitHistory(observations);
	if (fit.openings < FEWEST_OPENINGS) return null;
	const next = mulberry32(seed);
	const normal = normals(next);
	const pace = fitPace(observations, fit);
	const paths = drawPaces(pace, runs, normal);
	const spread = calendarSpread(backtest(situation), pace.spread);
	const calendars = drawCalendars(spread, { runs, blocks: BLOCKS }, normal);
	const draw = (weight: number) => drawGamma(weight, next, normal);
	const lateSpeeds = new Float64Array(runs);
	drawSpeeds({ factor: 1, weight: fit.lateOpenings }, lateSpeeds, draw);
	const speeds = new Float64Array(runs);
	const subjects = subjectsOf(situation, fit, runs);
	for (const [libraryId, group] of Map.groupBy(subjects, ({ libraryId }) => libraryId)) {
		drawSpeeds(fit.libraries.get(libraryId) ?? UNKNOWN_LIBRARY, speeds, draw);
		for (const { days, steps, lateFrom } of group) {
			drawDays(days, { steps, lateFrom, speeds, lateSpeeds, paths }, next);
			toRealDays(days, calendars, { blocks: BLOCKS, never: NEVER });
		}
	}
	return subjects;
}

/** The planned points, and the libraries that have none yet. */
function subjectsOf(situation: ForecastSituation, fit: Fit, runs: number) {
	const lead = fitLeadTime(situation);
	const planned = situation.candidates.map((candidate) => ({
		libraryId: candidate.libraryId,
		candidate,
		steps: candidateSteps(candidate, fit),
		lateFrom: lateBlock(candidate)
	}));
	const unplanned = librariesByLeadTime(situation).map(({ id, appliedOn }) => ({
		libraryId: id,
		candidate: null,
		lateFrom: 0,
		steps: leadSteps(daysBetween(appliedOn!, situation.day), lead)
	}));
	const all = [...planned, ...unplanned];
	const rows = runRows(all.length, runs);
	return all.map((subject, index) => ({ ...subject, days: rows[index]! }));
}

/** Expected openings in each block of thirty days, at the ordinary pace. */
function candidateSteps(candidate: Candidate, fit: Fit): Float64Array {
	const traits = traitsOf(candidate);
	const hazards = fit.hazards[traits.aheadClass]!;
	const factor = factorOf(fit.factors, traits);
	return Float64Array.from({ length: BLOCKS }, (_, block) => {
		let sum = 0;
		forEachInterval(block * LANDMARK_DAYS - traits.ahead, LANDMARK_DAYS, (interval, days) => {
			sum += hazards[interval]! * days;
		});
		return sum * factor;
	});
}

function leadSteps(waited: number, lead: (days: number) => number): Float64Array {
	return Float64Array.from(
		{ length: BLOCKS },
		(_, block) => lead(waited + (block + 0.5) * LANDMARK_DAYS) * LANDMARK_DAYS
	);
}

/** The pace of each block in each run: `runs` rows of `BLOCKS`. */
function drawPaces(pace: Pace, runs: number, normal: () => number): Float64Array {
	const paths = new Float64Array(runs * BLOCKS);
	const fresh = pace.spread * Math.sqrt(1 - PERSISTENCE ** 2);
	for (let run = 0; run < runs; run++) {
		let level = pace.now;
		let factor = 1;
		let variance = 0;
		for (let block = 0; block < BLOCKS; block++) {
			if (block % LANDMARKS_PER_QUARTER === 0) {
				level = PERSISTENCE * level + fresh * normal();
				variance = PERSISTENCE ** 2 * variance + fresh ** 2;
				// The chances are those of an average quarter, so what is not known averages to 1.
				factor = Math.exp(level - variance / 2);
			}
			paths[run * BLOCKS + block] = factor;
		}
	}
	return paths;
}

/**
 * Draws how fast a library is, per run: sure when it opened many points, unsure when it opened none. For
 * openings counted over days followed this is the gamma distribution.
 */
function drawSpeeds(
	{ factor, weight }: Speed,
	speeds: Float64Array,
	draw: (weight: number) => number
): void {
	for (let run = 0; run < speeds.length; run++) speeds[run] = factor * draw(weight);
}

/** The block from which the day aimed at is well past. */
function lateBlock(candidate: Candidate): number {
	const ahead = daysBetween(candidate.day, candidate.targetOn);
	return Math.max(0, Math.round((ahead + LATE_DAYS) / LANDMARK_DAYS));
}

interface Chances {
	steps: Float64Array;
	lateFrom: number;
	speeds: Float64Array;
	lateSpeeds: Float64Array;
	paths: Float64Array;
}

/** Draws the day of the opening in each run. */
function drawDays(days: Int32Array, chances: Chances, next: () => number): void {
	const { steps, lateFrom, speeds, lateSpeeds, paths } = chances;
	for (let run = 0; run < days.length; run++) {
		let left = -Math.log(1 - next()) / speeds[run]!;
		const late = lateSpeeds[run]!;
		const base = run * BLOCKS;
		let block = 0;
		let step = 0;
		for (; block < BLOCKS; block++) {
			step = steps[block]! * paths[base + block]! * (block < lateFrom ? 1 : late);
			if (step >= left) break;
			left -= step;
		}
		days[run] = block === BLOCKS ? NEVER : Math.floor((block + left / step) * LANDMARK_DAYS) + 1;
	}
}
