import { describe, expect, it } from 'vitest';
import { simulateRollout } from '#tests/factories/simulated-rollout.ts';
import { addDays } from '#lib/base/day/day.ts';
import { mulberry32, normals } from '#lib/base/random/mulberry32.ts';
import { backtest, type Backtest } from './backtest.ts';
import { calendarSpread, drawCalendars, toRealDays } from './calendar.ts';

const { situation } = simulateRollout(7);
const record = (...errors: number[]): Backtest[] =>
	errors.map((error, index) => ({ daysAgo: 90 * (index + 1), error, chance: 0.02 }));

describe('how far the calendar may run from the ordinary one', () => {
	it('is one step of the logarithm without a record, and less with one that held', () => {
		expect(calendarSpread([], 0.5)).toBe(1);
		// Half a quarter of variance 1 is left, shared among what six quarters weigh.
		const weighed = [90, 180, 270, 360, 450, 540].reduce(
			(sum, ago) => sum + 0.7 ** (ago / 360),
			0.5
		);
		expect(calendarSpread(record(0, 0, 0, 0, 0, 0), 0)).toBeCloseTo(Math.sqrt(0.5 / weighed), 10);
	});

	it('is as far as earlier forecasts were off, recent ones most', () => {
		const far = calendarSpread(record(-1.2, -1.2, -1.2, -1.2, -1.2, -1.2), 0);
		expect(far).toBeGreaterThan(1);
		expect(far).toBeLessThan(1.2);
		const longAgo = calendarSpread(record(0, 0, 0, 0, 0, -1.5), 0);
		expect(longAgo).toBeLessThan(calendarSpread(record(-1.5, 0, 0, 0, 0, 0), 0));
	});

	it('leaves out what the pace explains already', () => {
		expect(calendarSpread(record(0.5, 0.5), 0.7)).toBeLessThan(calendarSpread(record(0.5, 0.5), 0));
	});
});

describe('the record of a situation', () => {
	const found = backtest(situation);

	it('has the quarters before, each with enough to go by', () => {
		expect(found.length).toBeGreaterThan(2);
		expect(found[0]?.daysAgo).toBe(90);
	});

	it('of an earlier quarter does not change by what was planned or opened after its half year', () => {
		const until = addDays(situation.day, -270 + 180);
		const openings = situation.openings.filter(({ openedOn }) => openedOn <= until);
		const again = backtest({ ...situation, openings });
		expect(again.find(({ daysAgo }) => daysAgo === 270)).toEqual(
			found.find(({ daysAgo }) => daysAgo === 270)
		);
	});

	it('is below 0 when everything stood still', () => {
		const openings = situation.openings.filter(
			({ openedOn }) => openedOn <= addDays(situation.day, -180)
		);
		const last = backtest({ ...situation, openings }).find(({ daysAgo }) => daysAgo === 180);
		expect(last?.error).toBe(-2);
	});
});

describe('a calendar', () => {
	const size = { runs: 1, blocks: 3, never: -1 };

	it('turns ordinary days into real ones, also where it stands still, and knows its end', () => {
		// Sixty ordinary days in the first block, hardly any in the second, thirty in the third.
		const passed = Float64Array.of(60, 60.5, 90.5);
		const real = (day: number) => {
			const days = Int32Array.of(day);
			toRealDays(days, passed, size);
			return days[0];
		};
		expect(real(30)).toBe(15);
		expect(real(60)).toBe(30);
		expect(real(61)).toBe(61);
		expect(real(90)).toBe(90);
		expect(real(91)).toBe(size.never);
		expect(real(size.never)).toBe(size.never);
	});

	it('runs as an ordinary one on average', () => {
		const runs = 20_000;
		const passed = drawCalendars(0.5, { runs, blocks: 4 }, normals(mulberry32(1)));
		let sum = 0;
		for (let run = 0; run < runs; run++) sum += passed[run * 4 + 3]!;
		expect(sum / runs / 120).toBeCloseTo(1, 1);
	});
});
