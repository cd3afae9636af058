import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClusterIndex, zoomOfWidth } from './cluster.ts';
import { boundsOf, frame, land } from './projection.ts';
import { countStatuses, entriesOf, isCluster } from './status-mix.ts';
import { pointStatuses, type MapCluster, type MapPoint, type StatusMix } from './types.ts';

const anyPoints = fc
	.array(
		fc.record({
			lon: fc.double({ min: land.west, max: land.east, noNaN: true }),
			lat: fc.double({ min: land.south, max: land.north, noNaN: true }),
			status: fc.constantFrom(...pointStatuses)
		}),
		{ maxLength: 80 }
	)
	.map((places) => places.map((place, id): MapPoint => ({ ...place, id, label: `Punt ${id}` })));
const anyZoom = fc.integer({ min: 4, max: 16 });
const everywhere = boundsOf(frame);

function totalMix(items: readonly (MapPoint | MapCluster)[]): StatusMix {
	const total: StatusMix = {};
	for (const item of items) {
		for (const [status, count] of entriesOf(isCluster(item) ? item.mix : countStatuses([item]))) {
			total[status] = (total[status] ?? 0) + count;
		}
	}
	return total;
}

test('no point is ever hidden without being counted by its status, at any zoom', () => {
	expect.hasAssertions();
	fc.assert(
		fc.property(anyPoints, anyZoom, (points, zoom) => {
			const shown = createClusterIndex(points).at(everywhere, zoom);
			expect(totalMix(shown)).toEqual(countStatuses(points));
		})
	);
});

test('the order in which points are given makes no difference', () => {
	expect.hasAssertions();
	fc.assert(
		fc.property(anyPoints, anyZoom, (points, zoom) => {
			const there = createClusterIndex(points).at(everywhere, zoom);
			const back = createClusterIndex(points.toReversed()).at(everywhere, zoom);
			expect(back).toEqual(there);
		})
	);
});

test('the bounds of a cluster hold its points, and its count is that of its mix', () => {
	const points: MapPoint[] = [
		{ id: 1, lat: 52.1, lon: 5.1, status: 'realised', label: 'a' },
		{ id: 2, lat: 52.12, lon: 5.13, status: 'planned_90', label: 'b' },
		{ id: 3, lat: 52.11, lon: 5.12, status: 'realised', label: 'c' }
	];
	const [cluster] = createClusterIndex(points).at(everywhere, 6);
	expect(cluster).toMatchObject({
		count: 3,
		mix: { realised: 2, planned_90: 1 },
		bounds: { west: 5.1, south: 52.1, east: 5.13, north: 52.12 }
	});
});

test('points in the same place stay one mark, as far as a map can be zoomed in', () => {
	const points: MapPoint[] = [1, 2].map((id) => ({
		id,
		lat: 52,
		lon: 5,
		status: 'closed',
		label: ''
	}));
	expect(createClusterIndex(points).at(everywhere, 16)).toMatchObject([{ count: 2 }]);
});

test('twice the width is one zoom more', () => {
	expect(zoomOfWidth(800) - zoomOfWidth(400)).toBeCloseTo(1);
	expect(zoomOfWidth(600)).toBeGreaterThan(6);
	expect(zoomOfWidth(600)).toBeLessThan(8);
});
