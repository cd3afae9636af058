import { describe, expect, it } from 'vitest';
import { simulateRollout } from '#tests/factories/simulated-rollout.ts';
import { FEWEST_OPENINGS } from './fit.ts';
import { makeForecast } from './make-forecast.ts';
import { dayQuantiles, quantile } from './quantile.ts';
import { forEachInterval } from './slip-clock.ts';
import { monthEndsAfter } from './fan.ts';

const { situation } = simulateRollout(1);

describe('makeForecast', () => {
	it('gives the same forecast twice, and another one with another seed', () => {
		const first = makeForecast(situation, 200, 1);
		expect(makeForecast(situation, 200, 1)).toEqual(first);
		expect(makeForecast(situation, 200, 2)).not.toEqual(first);
	});

	it('is silent when there are too few openings to measure', () => {
		const openings = situation.openings.slice(0, FEWEST_OPENINGS - 1);
		const ids = new Set(openings.map(({ pointId }) => pointId));
		const earlier = situation.earlier.filter(({ pointId }) => ids.has(pointId));
		expect(makeForecast({ ...situation, openings, earlier }, 200)).toBeNull();
	});

	it('never has P85 before P50, nor a fan that shrinks or exceeds what can be reached', () => {
		const forecast = makeForecast(situation, 300)!;
		for (const { likelyOn, sureOn } of forecast.points) {
			expect((sureOn ?? '9999') >= (likelyOn ?? '9999')).toBe(true);
		}
		const { reachable } = forecast.country.locations;
		let previous = forecast.fan[0]!.values.locations;
		for (const { values } of forecast.fan) {
			const { sure, likely, bold } = values.locations;
			expect(sure <= likely && likely <= bold && bold <= reachable).toBe(true);
			expect(sure >= previous.sure && likely >= previous.likely).toBe(true);
			previous = values.locations;
		}
	});

	it('counts a library once, however many points it plans', () => {
		const { country, libraries } = makeForecast(situation, 100)!;
		const waiting = libraries.filter((row) => !row.open && row.basis !== 'none');
		expect(country.organisations.reachable - country.organisations.now).toBe(waiting.length);
		expect(country.organisations.total).toBe(situation.libraries.length);
	});

	it('says nothing of a library without a plan and without an application', () => {
		const lost = { ...situation.libraries[0]!, id: 9_999, open: false, appliedOn: null };
		const libraries = [...situation.libraries, { ...lost, firstOpenedOn: null }];
		const found = makeForecast({ ...situation, libraries }, 50)!.libraries;
		expect(found.find(({ id }) => id === 9_999)).toMatchObject({ basis: 'none', first: null });
	});

	it('uses the time since the application of a library without a plan', () => {
		const waiting = { ...situation.libraries[0]!, id: 9_999, open: false, firstOpenedOn: null };
		const libraries = [...situation.libraries, { ...waiting, appliedOn: '2020-06-01' }];
		const found = makeForecast({ ...situation, libraries }, 50)!.libraries;
		const row = found.find(({ id }) => id === 9_999)!;
		expect(row.basis).toBe('lead_time');
		expect(row.first!.likelyOn! > situation.day).toBe(true);
	});
});

describe('quantile', () => {
	it('is the smallest value that enough values do not exceed', () => {
		const values = Int32Array.from([5, 1, 4, 2, 3, 10, 6, 7, 9, 8]);
		expect(quantile(values, 0.5)).toBe(5);
		expect(quantile(values, 0.85)).toBe(9);
		expect(quantile(values, 1)).toBe(10);
		expect(values[0]).toBe(5);
	});
});

describe('dayQuantiles', () => {
	it('are the quantiles, and what lies beyond is given back', () => {
		const days = Int32Array.from([5, 1, 4, 2, 3, 99, 6, 7, 99, 8]);
		const shares = [0.1, 0.5, 0.8];
		expect(dayQuantiles(days, shares, 50, 99)).toEqual(shares.map((s) => quantile(days, s)));
		expect(dayQuantiles(days, [0.85], 50, 99)).toEqual([99]);
	});
});

describe('forEachInterval', () => {
	it('spends every day in exactly one interval', () => {
		let days = 0;
		const intervals: number[] = [];
		forEachInterval(-200, 700, (interval, spent) => {
			days += spent;
			intervals.push(interval);
		});
		expect(days).toBe(700);
		expect(intervals).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
	});
});

describe('monthEndsAfter', () => {
	it('gives the ends of the coming months, also on the last day of a month', () => {
		expect(monthEndsAfter('2021-12-31', 2)).toEqual(['2022-01-31', '2022-02-28']);
		expect(monthEndsAfter('2020-01-30', 3)).toEqual(['2020-01-31', '2020-02-29', '2020-03-31']);
	});
});
