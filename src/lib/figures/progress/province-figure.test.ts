import { describe, expect, it } from 'vitest';
import { roundUp } from './province-figure.ts';

describe('the end of an axis', () => {
	it('is a round number that holds all', () => {
		expect([0, 9, 13, 98, 108, 121, 445].map(roundUp)).toEqual([10, 10, 16, 100, 120, 160, 600]);
	});
});
