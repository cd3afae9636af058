import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awardCents, ceilingRoom, countedUnits, partsOfAward, SHARE_UNITS } from './award.ts';

const part = fc.record({
	inhabitants: fc.integer({ min: 0, max: 1_000_000 }),
	shareUnits: fc.integer({ min: 1, max: SHARE_UNITS })
});
const area = fc.array(part, { maxLength: 30 });
const rate = fc.integer({ min: 0, max: 500 });

describe('an award', () => {
	it('is rate × inhabitants of the work area', () => {
		const whole = { inhabitants: 100_000, shareUnits: SHARE_UNITS };
		expect([3, 5, 8].map((cents) => awardCents(cents, countedUnits([whole])))).toEqual([
			300_000, 500_000, 800_000
		]);
	});

	it.each([
		[1, 5_000, 1],
		[1, 4_999, 0],
		[3, 5_000, 2],
		[3, 15_000, 5],
		[83, 0, 0]
	])('of %d cents for %d ten-thousandths of a person is %d: half a cent goes up', (...given) => {
		const [cents, units, expected] = given;
		expect(awardCents(cents, units)).toBe(expected);
	});

	it('is rounded once: never further than half a cent from the exact amount', () => {
		fc.assert(
			fc.property(rate, area, (cents, parts) => {
				const exact = (cents * countedUnits(parts)) / SHARE_UNITS;
				const rounded = awardCents(cents, countedUnits(parts));
				expect(Number.isInteger(rounded)).toBe(true);
				expect(Math.abs(rounded - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
			})
		);
	});

	it('is the sum of what its municipalities bring in', () => {
		fc.assert(
			fc.property(rate, area, (cents, parts) => {
				const brought = partsOfAward(cents, parts);
				expect(brought).toHaveLength(parts.length);
				expect(brought.every((one) => one >= 0)).toBe(true);
				expect(brought.reduce((sum, one) => sum + one, 0)).toBe(
					awardCents(cents, countedUnits(parts))
				);
			})
		);
	});

	it('of libraries that share a municipality is together never more than one cent each off', () => {
		const shares = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 10 });
		fc.assert(
			fc.property(rate, fc.integer({ min: 0, max: 900_000 }), shares, (cents, people, weights) => {
				const total = weights.reduce((sum, one) => sum + one, 0);
				const units = weights.map((one) => Math.floor((SHARE_UNITS * one) / total));
				const awards = units.map((one) => awardCents(cents, people * one));
				const together = awardCents(
					cents,
					units.reduce((sum, one) => sum + people * one, 0)
				);
				const difference = awards.reduce((sum, one) => sum + one, 0) - together;
				expect(Math.abs(difference)).toBeLessThanOrEqual(units.length);
			})
		);
	});
});

describe('a ceiling', () => {
	it('is reached without being passed', () => {
		expect(ceilingRoom(100, 100)).toEqual({ state: 'within', leftCents: 0 });
		expect(ceilingRoom(101, 100)).toEqual({ state: 'over', excessCents: 1 });
	});

	it('never changes what is paid', () => {
		fc.assert(
			fc.property(fc.nat(), fc.nat(), (total, ceiling) => {
				const room = ceilingRoom(total, ceiling);
				const back = room.state === 'over' ? ceiling + room.excessCents : ceiling - room.leftCents;
				expect(back).toBe(total);
			})
		);
	});
});
