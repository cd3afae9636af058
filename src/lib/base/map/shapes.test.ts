import { expect, test } from 'vitest';
import { mixRing, pointShape } from './shapes.ts';
import { pointStatuses } from './types.ts';

test('statuses that may be confused have different shapes', () => {
	const shapes = pointStatuses.map((status) => pointShape(status, 0, 0, 10));
	// Open and not planned are both round, online only and online now both diamonds, plan passed and withdrawn both point down, planned soon and later both triangles: filled and hollow.
	expect(new Set(shapes).size).toBe(pointStatuses.length - 4);
});

test('the ring of a cluster has one part per status that occurs, in the order of the legend', () => {
	const parts = mixRing({ planned_90: 1, realised: 3, closed: 0 }, 50, 50, 10);
	expect(parts.map((part) => part.status)).toEqual(['realised', 'planned_90']);
	// Three quarters of a turn clockwise from the top end at the left.
	expect(parts[0]?.path).toBe('M50 40A10 10 0 1 1 40 50');
	expect(parts[1]?.path).toBe('M40 50A10 10 0 0 1 50 40');
});

test('a cluster of one status has a closed ring', () => {
	expect(mixRing({ realised: 7 }, 0, 0, 10)).toEqual([
		{ status: 'realised', path: 'M0 -10A10 10 0 1 1 0 10A10 10 0 1 1 0 -10' }
	]);
});
