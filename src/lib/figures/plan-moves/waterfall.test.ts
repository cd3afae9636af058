import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupOf, totalDays, waterfall } from './waterfall.ts';

const reasons = [
	{ code: 'lockdown', nl: 'Lockdown', en: 'Lockdown', external: true },
	{ code: 'gemeente', nl: 'Gemeente', en: 'Municipality', external: true },
	{ code: 'ict', nl: 'ICT', en: 'IT', external: false }
];
const part = (cause: string, days: number, moves = 1) => ({ cause, days, moves });

describe('the waterfall of lost days', () => {
	it('goes from what came from outside to what could be helped to what is not told', () => {
		const parts = [
			part('eerder-gehaald', -10),
			part('ict', 20),
			part('gemeente', 5),
			part('lockdown', 90, 3),
			part('niet-herpland', 15)
		];
		expect(waterfall(parts, reasons)).toEqual([
			{ key: 'lockdown', group: 'external', from: 0, to: 90, moves: 3 },
			{ key: 'gemeente', group: 'external', from: 90, to: 95, moves: 1 },
			{ key: 'ict', group: 'recoverable', from: 95, to: 115, moves: 1 },
			{ key: 'niet-herpland', group: 'untold', from: 115, to: 130, moves: 1 },
			{ key: 'eerder-gehaald', group: 'untold', from: 130, to: 120, moves: 1 },
			{ key: 'totaal', group: 'total', from: 0, to: 120, moves: 7 }
		]);
	});

	it('has no steps when nothing moved', () => {
		expect(waterfall([], reasons)).toEqual([]);
	});

	it('takes a reason that left the list for one that is not told', () => {
		expect(groupOf('oud', reasons)).toBe('untold');
	});

	it('never loses a day: each step begins where the last ended, and the end is the sum', () => {
		const any = fc.record({
			cause: fc.constantFrom('lockdown', 'gemeente', 'ict', 'niet-herpland', 'oud'),
			days: fc.integer({ min: -400, max: 400 }),
			moves: fc.nat({ max: 5 })
		});
		fc.assert(
			fc.property(fc.array(any, { minLength: 1 }), (parts) => {
				const steps = waterfall(parts, reasons);
				const causes = steps.filter(({ group }) => group !== 'total');
				causes.forEach((step, index) => expect(step.from).toBe(causes[index - 1]?.to ?? 0));
				expect(steps.at(-1)?.to ?? 0).toBe(totalDays(parts));
			})
		);
	});
});
