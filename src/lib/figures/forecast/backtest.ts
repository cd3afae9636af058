import { daysBetween } from '#lib/base/day/day.ts';
import { factorOf } from './expected.ts';
import { FEWEST_OPENINGS, fitHistory, type Fit } from './fit.ts';
import { observationsOf, traitsOf } from './observation.ts';
import { LANDMARK_DAYS, type ForecastSituation, type Underway } from './situation.ts';
import { forEachInterval } from './slip-clock.ts';

/** An earlier forecast beside what came of it by the day of the situation. */
export interface Backtest {
	/** Days before the day of the situation on which it was made. */
	daysAgo: number;
	/**
	 * Logarithm of the speed of the calendar: the days in which the earlier forecast expected what had
	 * opened, over the days in which it did. Below 0 it took longer.
	 */
	error: number;
	/** Variance of `error` by chance alone. */
	chance: number;
}

/** Every quarter is judged once, half a year later at most. */
const QUARTER_DAYS = 3 * LANDMARK_DAYS;
const HORIZON_DAYS = 2 * QUARTER_DAYS;
/** With fewer openings expected, what came of them says nothing. */
const FEWEST_EXPECTED = 5;
/** A country that stood still is taken to have gone at a seventh of its speed. */
const SLOWEST = -2;
const FASTEST_TIMES = 4;
const HALVINGS = 12;

/**
 * Makes the forecasts of the quarters before again, each from what was known then, and compares how
 * many openings it expected with how many came. Nothing later than the situation is used: it is part
 * of the situation itself.
 */
export function backtest(situation: ForecastSituation): Backtest[] {
	const looksOf = Map.groupBy(situation.earlier, (look) => daysBetween(look.day, situation.day));
	const openedOn = new Map(situation.openings.map((row) => [row.pointId, row.openedOn]));
	const found: Backtest[] = [];
	for (let daysAgo = QUARTER_DAYS; looksOf.has(daysAgo); daysAgo += QUARTER_DAYS) {
		const looks = looksOf.get(daysAgo)!;
		const horizon = Math.min(HORIZON_DAYS, daysAgo);
		const fit = fitHistory(observationsOf(situationOn(looks[0]!.day, situation)));
		if (fit.openings < FEWEST_OPENINGS) break;
		const rates = looks.map((look) => rateOf(look, fit));
		if (expectedWithin(horizon, rates) < FEWEST_EXPECTED) continue;
		const opened = looks.filter(({ pointId, day }) => {
			const opening = openedOn.get(pointId);
			return opening !== undefined && daysBetween(day, opening) <= horizon;
		}).length;
		const error = Math.max(SLOWEST, Math.log(daysFor(opened, horizon, rates) / horizon));
		found.push({ daysAgo, error, chance: 1 / (opened + 1) });
	}
	return found;
}

/** What a forecast of an earlier day had to go by. */
const situationOn = (day: string, situation: ForecastSituation): ForecastSituation => ({
	...situation,
	day,
	earlier: situation.earlier.filter((look) => look.day < day),
	openings: situation.openings.filter(({ openedOn }) => openedOn <= day)
});

/** How soon a point was expected to open. */
interface Rate {
	ahead: number;
	hazards: readonly number[];
	factor: number;
}

function rateOf(look: Underway, fit: Fit): Rate {
	const traits = traitsOf(look);
	const library = fit.libraries.get(look.libraryId)?.factor ?? 1;
	return {
		ahead: traits.ahead,
		hazards: fit.hazards[traits.aheadClass]!,
		factor: factorOf(fit.factors, traits) * library
	};
}

function expectedWithin(days: number, rates: readonly Rate[]): number {
	let expected = 0;
	for (const { ahead, hazards, factor } of rates) {
		let sum = 0;
		forEachInterval(-ahead, days, (interval, spent) => {
			sum += hazards[interval]! * spent;
		});
		expected += 1 - Math.exp(-sum * factor);
	}
	return expected;
}

/** The days in which so many were expected to open. */
function daysFor(opened: number, horizon: number, rates: readonly Rate[]): number {
	let [low, high] = [1, FASTEST_TIMES * horizon];
	for (let turn = 0; turn < HALVINGS; turn++) {
		const middle = (low + high) / 2;
		if (expectedWithin(middle, rates) < opened) low = middle;
		else high = middle;
	}
	return low;
}
