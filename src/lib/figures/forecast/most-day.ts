import { P_LIKELY, quantile } from './quantile.ts';
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
	if (runs === 0 || likelyBy(last, units, runs) < wanted) return null;
	let [low, high] = [0, last];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (likelyBy(middle, units, runs) < wanted) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** What is open by a day in half of the runs at least. */
function likelyBy(day: number, units: readonly Pick<Unit, 'days' | 'weight'>[], runs: number) {
	const reached = new Float64Array(runs);
	for (const { days, weight } of units) {
		for (let run = 0; run < runs; run++) if (days[run]! <= day) reached[run]! += weight;
	}
	return quantile(reached, 1 - P_LIKELY);
}
