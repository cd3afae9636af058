import type { Observation, Traits } from './observation.ts';
import { forEachInterval } from './slip-clock.ts';

/** How fast something is compared with the whole, and how many openings that rests on. */
export interface Speed {
	factor: number;
	/** Openings, seen and assumed: the variance of what is not known is 1 / `weight`. */
	weight: number;
}

/** The chances to open that follow from the history. */
export interface Rates {
	/** Chance per day to open, per class of days ahead and slip interval. */
	hazards: readonly (readonly number[])[];
	/** How many times faster or slower, per factor and level. */
	factors: readonly (readonly number[])[];
	/** The same for each library with a history. */
	libraries: ReadonlyMap<number, Speed>;
}

/** The product of the factors of a point. */
export function factorOf(factors: Rates['factors'], { levels }: Traits): number {
	return levels.reduce((product, level, index) => product * factors[index]![level]!, 1);
}

/** How many times faster than the hazards say the point of this look is. */
export function speedOf(rates: Omit<Rates, 'hazards'>, observation: Observation): number {
	const library = rates.libraries.get(observation.libraryId)?.factor ?? 1;
	return factorOf(rates.factors, observation) * library;
}

/** Openings expected of this look in its days followed, or in the first `days` of them. */
export function expectedOf(
	rates: Rates,
	observation: Observation,
	days = observation.exposure
): number {
	const row = rates.hazards[observation.aheadClass]!;
	let sum = 0;
	forEachInterval(-observation.ahead, Math.min(days, observation.exposure), (interval, spent) => {
		sum += row[interval]! * spent;
	});
	return sum * speedOf(rates, observation);
}
