import { expect, test } from 'vitest';
import { isInside, labelPoint, nearestOnRings, ringArea, roundRing, tidyRing } from './rings.ts';

const square = [[0, 0], [10, 0], [10, 10], [0, 10]] as const; // prettier-ignore
const hole = [[4, 4], [6, 4], [6, 6], [4, 6]] as const; // prettier-ignore

test('area is positive clockwise on screen and negative the other way', () => {
	expect(ringArea(square)).toBe(100);
	expect(ringArea(square.toReversed())).toBe(-100);
});

test('a hole is not inside', () => {
	expect(isInside([2, 2], [square, hole])).toBe(true);
	expect(isInside([5, 5], [square, hole])).toBe(false);
	expect(isInside([12, 5], [square, hole])).toBe(false);
});

test('the nearest point lies on an edge, not only on a corner', () => {
	expect(nearestOnRings([5, 13], [square])).toEqual([5, 10]);
	expect(nearestOnRings([-3, -4], [square])).toEqual([0, 0]);
});

test('a label lies inside, away from the hole', () => {
	const at = labelPoint([square, hole]);
	expect(isInside(at, [square, hole])).toBe(true);
});

test('repeated points and spikes are dropped, wherever the ring starts', () => {
	const spiked = [[0, 0], [10, 0], [10, 0], [10, 10], [15, 10], [10, 10], [0, 10]] as const; // prettier-ignore
	for (let start = 0; start < spiked.length; start += 1) {
		const ring = [...spiked.slice(start), ...spiked.slice(0, start)];
		expect(tidyRing(ring)).toHaveLength(4);
		expect(ringArea(tidyRing(ring))).toBe(100);
	}
});

test('a ring without area vanishes', () => {
	expect(tidyRing([[0, 0], [5, 5], [0, 0]])).toEqual([]); // prettier-ignore
	expect(roundRing([[0.1, 0.2], [0.3, 0.1], [0.2, 0.4]])).toEqual([]); // prettier-ignore
});
