import { describe, expect, it } from 'vitest';
import { DASHES, markRadii, shapePath } from './look.ts';
import { chartShapes } from './types.ts';

describe('what tells series apart without colour', () => {
	it('marks some points, and always the last that has a value', () => {
		const radii = markRadii([...Array.from({ length: 100 }, (_, i) => i), null, null], 4);
		expect(radii.filter((radius) => radius > 0).length).toBeLessThanOrEqual(8);
		expect(radii.slice(99)).toEqual([4, 0, 0]);
	});

	it('marks nothing where there is no value', () => {
		expect(markRadii([null, null], 4)).toEqual([0, 0]);
	});

	it('has a dash and a shape of its own for each', () => {
		expect(new Set(Object.values(DASHES).map(String)).size).toBe(4);
		expect(new Set(chartShapes.map((shape) => shapePath(shape, 0, 0, 4))).size).toBe(5);
	});
});
