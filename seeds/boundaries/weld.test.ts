import { expect, test } from 'vitest';
import { ringArea, tidyRing } from '#lib/base/map/rings.ts';
import { weldRings } from './weld.ts';

test('two borders drawn slightly apart become one line', () => {
	const left = [[0, 0], [10, 0], [10, 4], [10, 10], [0, 10]] as const; // prettier-ignore
	const right = [[10.3, 0], [20, 0], [20, 10], [10.3, 10]] as const; // prettier-ignore
	const [[a = []] = [], [b = []] = []] = weldRings([[left], [right]], 0.5);
	const onBoth = a.filter((p) => b.includes(p));
	expect(onBoth).toEqual([[10, 0], [10, 4], [10, 10]]); // prettier-ignore
});

test('a strip narrower than the distance keeps no area', () => {
	const dike = [[0, 0], [20, 0], [20, 0.4], [11, 0.4], [0, 0.4]] as const; // prettier-ignore
	const [[ring = []] = []] = weldRings([[dike]], 0.5);
	expect(ringArea(tidyRing(ring))).toBe(0);
});

test('lines further apart are left alone', () => {
	const square = [[0, 0], [10, 0], [10, 10], [0, 10]] as const; // prettier-ignore
	expect(weldRings([[square]], 0.5)).toEqual([[square]]);
});
