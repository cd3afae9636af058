import { describe, expect, it } from 'vitest';
import { simulateRollout } from '#tests/factories/simulated-rollout.ts';
import { P_LIKELY, P_SURE, quantile } from './quantile.ts';
import { simulate } from './simulate.ts';

/** Countries per strength of the quarters that everybody shares: weak, middling, strong. */
const COUNTRIES = 50;
const SHARED = [0.2, 0.8, 1.2];
const RUNS = 500;
const HALF_A_YEAR = 180;

interface Tally {
	points: number;
	bySure: number;
	byLikely: number;
	countries: number;
	/** Countries of which at least as many points opened in half a year as P85 said. */
	enough: number;
	/** Countries of which at most as many opened as in 85 of 100 runs. */
	notMore: number;
}

/** Makes the forecast of many invented countries and compares it with what then happened. */
function compareWithTruth(): Tally {
	const tally: Tally = {
		...{ points: 0, bySure: 0, byLikely: 0, countries: 0, enough: 0, notMore: 0 }
	};
	for (const shared of SHARED) {
		for (let country = 0; country < COUNTRIES; country++) {
			const { situation, daysToOpening } = simulateRollout(1_000 + country, shared);
			const opened = new Int32Array(RUNS);
			for (const { candidate, days } of simulate(situation, RUNS, country) ?? []) {
				const truth = daysToOpening.get(candidate?.pointId ?? 0)!;
				tally.points++;
				if (truth <= quantile(days, P_SURE)) tally.bySure++;
				if (truth <= quantile(days, P_LIKELY)) tally.byLikely++;
				for (let run = 0; run < RUNS; run++) if (days[run]! <= HALF_A_YEAR) opened[run]! += 1;
			}
			const really = [...daysToOpening.values()].filter((days) => days <= HALF_A_YEAR).length;
			tally.countries++;
			if (really >= quantile(opened, 1 - P_SURE)) tally.enough++;
			if (really <= quantile(opened, P_SURE)) tally.notMore++;
		}
	}
	return tally;
}

describe('on simulated rollouts whose truth is known', () => {
	const { points, bySure, byLikely, countries, enough, notMore } = compareWithTruth();

	it('there is something to judge', () => {
		expect(countries).toBe(COUNTRIES * SHARED.length);
		expect(points).toBeGreaterThan(5_000);
	});

	it('a point has opened by its P85 day in 80 to 90 of 100 cases', () => {
		expect(bySure / points).toBeGreaterThan(0.8);
		expect(bySure / points).toBeLessThan(0.9);
	});

	it('and by its P50 day in 45 to 65 of 100: many open on the very day', () => {
		expect(byLikely / points).toBeGreaterThan(0.45);
		expect(byLikely / points).toBeLessThan(0.65);
	});

	it('the number that opens in half a year is in 80 to 90 of 100 countries at least the P85 number', () => {
		expect(enough / countries).toBeGreaterThan(0.8);
		expect(enough / countries).toBeLessThan(0.9);
	});

	it('and in 80 to 90 of 100 not above the number of the other edge', () => {
		expect(notMore / countries).toBeGreaterThan(0.8);
		expect(notMore / countries).toBeLessThan(0.9);
	});
});
