import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layLabels, leastInhabitants, type Rect } from './label-room.ts';

const frame: Rect = { left: 0, top: 0, right: 400, bottom: 400 };
const rectAt = ({ x, y }: { x: number; y: number }, width: number, height = 18): Rect => ({
	left: x - width / 2,
	top: y - height / 2,
	right: x + width / 2,
	bottom: y + height / 2
});
const overlap = (a: Rect, b: Rect) =>
	Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1e-9 &&
	Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1e-9;

describe('the names on the map', () => {
	it('stand at their place, and beside a mark that stands there', () => {
		const label = { x: 100, y: 100, width: 60 };
		expect(layLabels([label], [], frame)).toEqual([{ x: 100, y: 100 }]);
		const mark = rectAt(label, 24, 24);
		const [below] = layLabels([label], [mark], frame);
		expect(below).toMatchObject({ x: 100 });
		expect(below!.y - 9).toBeGreaterThanOrEqual(mark.bottom);
		const [around] = layLabels([label], [rectAt(label, 44, 44)], frame);
		expect(around).not.toBeNull();
	});

	it('the first chooses, and what has no room is left out', () => {
		const crowd = Array.from({ length: 12 }, () => ({ x: 200, y: 200, width: 90 }));
		const laid = layLabels(crowd, [], frame);
		expect(laid[0]).toEqual({ x: 200, y: 200 });
		expect(laid.at(-1)).toBeNull();
	});

	it('stand further away when they are those of a large city', () => {
		const label = { x: 200, y: 200, width: 60 };
		const crowd = [rectAt(label, 150, 60)];
		expect(layLabels([label], crowd, frame)).toEqual([null]);
		expect(layLabels([{ ...label, far: true }], crowd, frame)).not.toEqual([null]);
	});

	it('are not cut by the edge of the map, and may stand outside it whole', () => {
		const [left, outside] = layLabels(
			[
				{ x: 5, y: 100, width: 60 },
				{ x: -80, y: 100, width: 60 }
			],
			[],
			frame
		);
		expect(left!.x).toBeGreaterThanOrEqual(30);
		expect(outside).toEqual({ x: -80, y: 100 });
	});

	it('never lie over each other or over a mark, wherever they want to stand', () => {
		const place = fc.record({ x: fc.integer({ max: 420, min: -20 }), y: fc.nat(400) });
		const labels = fc.array(
			fc.tuple(place, fc.integer({ min: 20, max: 120 })).map(([at, width]) => ({ ...at, width })),
			{ maxLength: 40 }
		);
		fc.assert(
			fc.property(labels, fc.array(place, { maxLength: 30 }), (wanted, marks) => {
				const taken = marks.map((at) => rectAt(at, 24, 24));
				const rects = layLabels(wanted, taken, frame).flatMap((at, index) =>
					at ? [rectAt(at, wanted[index]!.width)] : []
				);
				for (const [index, rect] of rects.entries()) {
					const others = [...taken, ...rects.slice(index + 1)];
					expect(others.filter((other) => overlap(rect, other))).toEqual([]);
				}
			})
		);
	});

	it('are of smaller places the closer one looks', () => {
		expect(leastInhabitants(7)).toBeGreaterThan(100_000);
		expect(leastInhabitants(8)).toBe(40_000);
		expect(leastInhabitants(9)).toBe(10_000);
		// Urk has 17,000 inhabitants and Giethoorn 2,000; the smallest places have some hundreds.
		expect(leastInhabitants(11)).toBeLessThan(2_000);
		expect(leastInhabitants(12)).toBeLessThan(200);
	});
});
