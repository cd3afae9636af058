import { describe, expect, it } from 'vitest';
import { drawGamma } from './gamma.ts';
import { mulberry32, normals } from './mulberry32.ts';

const DRAWS = 40_000;

describe('drawGamma', () => {
	it.each([0.5, 1, 3, 20])('has mean 1 and variance 1 / shape for shape %f', (shape) => {
		const next = mulberry32(5);
		const normal = normals(next);
		const draws = Array.from({ length: DRAWS }, () => drawGamma(shape, next, normal));
		const mean = draws.reduce((sum, one) => sum + one, 0) / DRAWS;
		const variance = draws.reduce((sum, one) => sum + (one - mean) ** 2, 0) / DRAWS;
		expect(mean).toBeCloseTo(1, 1);
		expect(variance * shape).toBeCloseTo(1, 1);
		expect(Math.min(...draws)).toBeGreaterThan(0);
	});

	it('is the exponential distribution for shape 1', () => {
		const next = mulberry32(6);
		const normal = normals(next);
		const late = Array.from({ length: DRAWS }, () => drawGamma(1, next, normal)).filter(
			(one) => one > 2
		);
		expect(late.length / DRAWS).toBeCloseTo(Math.exp(-2), 2);
	});
});
