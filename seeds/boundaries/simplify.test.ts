import { expect, test } from 'vitest';
import { ringArea } from '#lib/base/map/rings.ts';
import { simplifyShapes } from './simplify.ts';

const options = { bend: 4, ring: 10, edge: 12, near: 0.5 };
/** A winding border between two squares of forty by forty. */
const border = Array.from({ length: 41 }, (_, y) => [40 + (y % 2 ? 0.8 : 0.2), y] as const);
const west = [[0, 0], ...border, [0, 40]] as const;
const east = [[80, 40], ...border.toReversed(), [80, 0]] as const;

test('neighbours keep one common border, so together they cover the same ground', () => {
	const [a, b] = simplifyShapes(
		[
			{ code: 'a', rings: [west] },
			{ code: 'b', rings: [east] }
		],
		options
	);
	const areas = [a, b].map((shape) => Math.abs(ringArea(shape?.rings[0] ?? [])));
	expect((areas[0] ?? 0) + (areas[1] ?? 0)).toBe(80 * 40);
	const corners = new Set(a?.rings[0]?.map(String));
	expect(b?.rings[0]?.filter((p) => corners.has(String(p))).length).toBeGreaterThanOrEqual(4);
});

test('all coordinates are whole and no edge is longer than asked, give or take rounding', () => {
	const [a] = simplifyShapes([{ code: 'a', rings: [west] }], options);
	const ring = a?.rings[0] ?? [];
	const lengths = ring.map((p, i) => {
		const q = ring[(i + 1) % ring.length] ?? p;
		return Math.hypot(p[0] - q[0], p[1] - q[1]);
	});
	expect(ring.flat().every(Number.isInteger)).toBe(true);
	expect(Math.max(...lengths)).toBeLessThan(options.edge + 1.5);
});

test('a small ring goes, but the only ring of a shape stays', () => {
	const tiny = [[60, 60], [62, 60], [62, 62], [60, 62]] as const; // prettier-ignore
	const shapes = simplifyShapes(
		[
			{ code: 'main', rings: [west, tiny.map(([x, y]) => [x + 20, y] as const)] },
			{ code: 'islet', rings: [tiny] }
		],
		{ ...options, bend: 0 }
	);
	expect(shapes.map((shape) => shape.rings.length)).toEqual([1, 1]);
});
