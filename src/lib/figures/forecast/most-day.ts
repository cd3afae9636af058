import { P_LIKELY, quantileOfSorted } from './quantile.ts';
import type { Unit } from './unit.ts';

/** So many runs are enough for a middle, and ten times as quick as all of them. */
const MOST_RUNS = 1_000;

/**
 * The day by which, in half of the runs, this share of everything is open (by weight): the few that
 * stand still do not pull it. Null when there is nothing, or when that takes longer than `last` days.
 */
export function mostDay(
	units: readonly Pick<Unit, 'days' | 'weight'>[],
	share: number,
	last: number
): number | null {
	const wanted = share * units.reduce((sum, { weight }) => sum + weight, 0);
	const runs = Math.min(MOST_RUNS, units[0]?.days.length ?? 0);
	const reached = new Float64Array(runs);
	if (runs === 0 || likelyBy(last, units, reached) < wanted) return null;
	let [low, high] = [0, last];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (likelyBy(middle, units, reached) < wanted) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** What is open by a day in half of the runs at least. `reached` is to be written in. */
function likelyBy(
	day: number,
	units: readonly Pick<Unit, 'days' | 'weight'>[],
	reached: Float64Array
): number {
	const runs = reached.length;
	reached.fill(0);
	for (const { days, weight } of units) {
		for (let run = 0; run < runs; run++) if (days[run]! <= day) reached[run]! += weight;
	}
	return quantileOfSorted(reached.sort(), 1 - P_LIKELY);
}
