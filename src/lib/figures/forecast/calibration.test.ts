import { describe, expect, it } from 'vitest';
import { simulateRollout, type SimulatedRollout } from '#tests/factories/simulated-rollout.ts';
import { CALIBRATION } from './calibration.ts';
import { P_LIKELY, P_SURE, quantile } from './quantile.ts';
import { simulate, type AwaitedOpening } from './simulate.ts';
import { latestPerRun } from './unit.ts';

/** Countries per strength of the quarters that everybody shares: weak, middling, strong. */
const COUNTRIES = 120;
const SHARED = [0.2, 0.8, 1.2];
/** Each of ten libraries. */
const PROVINCES = 6;
const RUNS = 250;
const HALF_A_YEAR = 180;

/** How often something happened by its P85 and its P50 day. */
class Tally {
	count = 0;
	bySure = 0;
	byLikely = 0;

	add(days: Int32Array, truth: number) {
		this.count++;
		if (truth <= quantile(days, P_SURE)) this.bySure++;
		if (truth <= quantile(days, P_LIKELY)) this.byLikely++;
	}
}

interface Judged {
	points: Tally;
	/** The last opening of each library with several points to come, of each province, of the country. */
	libraries: Tally;
	provinces: Tally;
	countries: Tally;
	/** Countries of which at least as many points opened in half a year as P85 said. */
	enough: number;
	/** Countries of which at most as many opened as in 85 of 100 runs. */
	notMore: number;
}

/** Makes the forecast of many invented countries and compares it with what then happened. */
function compareWithTruth(): Judged {
	const judged: Judged = {
		points: new Tally(),
		libraries: new Tally(),
		provinces: new Tally(),
		countries: new Tally(),
		...{ enough: 0, notMore: 0 }
	};
	for (const [strength, shared] of SHARED.entries()) {
		for (let country = 0; country < COUNTRIES; country++) {
			const rollout = simulateRollout(1_000 * (strength + 1) + country, shared);
			judge(judged, rollout, simulate(rollout.situation, RUNS, country) ?? []);
		}
	}
	return judged;
}

function judge(judged: Judged, { daysToOpening }: SimulatedRollout, all: AwaitedOpening[]) {
	const truthOf = ({ candidate }: AwaitedOpening) => daysToOpening.get(candidate?.pointId ?? 0)!;
	for (const subject of all) judged.points.add(subject.days, truthOf(subject));

	const addLast = (tally: Tally, group: AwaitedOpening[]) => {
		const days = group.map((subject) => subject.days);
		tally.add(latestPerRun(days, new Int32Array(days[0]!.length)), Math.max(...group.map(truthOf)));
	};
	for (const group of Map.groupBy(all, ({ libraryId }) => libraryId).values()) {
		if (group.length > 1) addLast(judged.libraries, group);
	}
	for (const group of Map.groupBy(all, ({ libraryId }) => libraryId % PROVINCES).values()) {
		addLast(judged.provinces, group);
	}
	addLast(judged.countries, all);

	const opened = Int32Array.from(
		{ length: RUNS },
		(_, run) => all.filter(({ days }) => days[run]! <= HALF_A_YEAR).length
	);
	const really = all.filter((subject) => truthOf(subject) <= HALF_A_YEAR).length;
	if (really >= quantile(opened, 1 - P_SURE)) judged.enough++;
	if (really <= quantile(opened, P_SURE)) judged.notMore++;
}

function expectHeld(share: number) {
	expect(share).toBeGreaterThan(0.8);
	expect(share).toBeLessThan(0.9);
}

describe('on simulated rollouts whose truth is known', () => {
	const { points, libraries, provinces, countries, enough, notMore } = compareWithTruth();

	it('there is something to judge', () => {
		expect(countries.count).toBe(COUNTRIES * SHARED.length);
		expect(provinces.count).toBeGreaterThan(2_000);
		expect(libraries.count).toBeGreaterThan(5_000);
		expect(points.count).toBeGreaterThan(20_000);
	});

	it('came out as the page about the method tells its readers', () => {
		const measured = [points, libraries, provinces, countries].map(({ count, bySure }) => ({
			judged: count,
			held: bySure
		}));
		measured.push({ judged: countries.count, held: enough });
		for (const [index, { judged, held }] of Object.values(CALIBRATION).entries()) {
			expect(judged).toBe(measured[index]!.judged);
			// Half a point: another processor may round the last digit of a logarithm otherwise.
			expect(held / judged).toBeCloseTo(measured[index]!.held / judged, 2);
		}
	});

	it('a point has opened by its P85 day in 80 to 90 of 100 cases', () => {
		expectHeld(points.bySure / points.count);
	});

	// Above half: many open on the very day, and a short record leaves room for a slow calendar.
	it('and by its P50 day in 45 to 70 of 100', () => {
		expect(points.byLikely / points.count).toBeGreaterThan(0.45);
		expect(points.byLikely / points.count).toBeLessThan(0.7);
	});

	it.each([
		['libraries', libraries],
		['provinces', provinces],
		['the country', countries]
	])('the last point of %s has opened by its P85 day in 80 to 90 of 100 cases', (_, tally) => {
		expectHeld(tally.bySure / tally.count);
	});

	it('and by its P50 day in 45 to 65 of 100', () => {
		for (const { byLikely, count } of [libraries, provinces, countries]) {
			expect(byLikely / count).toBeGreaterThan(0.45);
			expect(byLikely / count).toBeLessThan(0.65);
		}
	});

	// These countries have a short record and no shock for everybody, which the numbers leave room for.
	it('the number that opens in half a year is in at least 80 of 100 countries the P85 number', () => {
		expect(enough / countries.count).toBeGreaterThan(0.8);
	});

	it('and in at least 80 of 100 not above the number of the other edge', () => {
		expect(notMore / countries.count).toBeGreaterThan(0.8);
	});
});
