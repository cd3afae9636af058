import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxOf, formatPath, parsePath } from './path.ts';

const point = fc.tuple(fc.integer({ min: -50, max: 1100 }), fc.integer({ min: -50, max: 1100 }));
const rings = fc.array(fc.array(point, { minLength: 1, maxLength: 40 }), { maxLength: 6 });

test('every path reads back as the rings it was written from', () => {
	expect.hasAssertions();
	fc.assert(
		fc.property(rings, (original) => {
			expect(parsePath(formatPath(original))).toEqual(original);
		})
	);
});

test('a path is an absolute start and short relative steps', () => {
	const triangle = [[412, 38], [417, 35], [419, 42]] as const; // prettier-ignore
	expect(formatPath([triangle])).toBe('M412 38l5-3 2 7z');
});

test.each(['M1 2L3 4z', 'M1 2l3 4 5z', 'm1 2l3 4z', 'M1.5 2l3 4z', '<script>z'])(
	'other path data is refused: %s',
	(path) => {
		expect(() => parsePath(path)).toThrow('Not path data of this map');
	}
);

test('the box of a path holds all its points', () => {
	expect.hasAssertions();
	fc.assert(
		fc.property(fc.array(fc.array(point, { minLength: 1 }), { minLength: 1 }), (all) => {
			const box = boxOf(all);
			for (const [x, y] of all.flat()) {
				expect(x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY).toBe(true);
			}
		})
	);
});
