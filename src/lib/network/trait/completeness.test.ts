import { describe, expect, it } from 'vitest';
import { completeness, missingOf, WANTED } from './completeness.ts';

describe('how much is known of locations', () => {
	it('is a share of all that is wanted of all of them', () => {
		expect(completeness({ points: 2, known: WANTED.length })).toBe(0.5);
		expect(completeness({ points: 3, known: 0 })).toBe(0);
		expect(completeness({ points: 1, known: WANTED.length })).toBe(1);
		expect(completeness({ points: 0, known: 0 })).toBeNull();
	});

	it('names what is missing, whatever else is known', () => {
		expect(missingOf(['hours', 'address', 'name'])).toEqual(
			WANTED.filter((trait) => trait !== 'hours' && trait !== 'address')
		);
		expect(missingOf(WANTED)).toEqual([]);
	});
});
