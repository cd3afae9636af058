import { expect, test } from 'vitest';
import { toGeoJson, toPolygons } from './geojson.ts';
import { formatPath, type Ring } from './path.ts';
import { project } from './projection.ts';

const members = {
	source: 'proef',
	peildatum: '2020-06-30',
	feitenVan: '2020-06-30',
	bekendOp: '2022-01-31',
	attribution: 'Schematische kaart',
	voorbeeldgegevens: true
};
const square = (x: number, y: number, size: number): Ring => [
	[x, y],
	[x + size, y],
	[x + size, y + size],
	[x, y + size]
];
const collection = (rings: Ring[]) =>
	toGeoJson(
		[{ code: 'GM0001', path: formatPath(rings) }],
		new Map([['GM0001', { naam: 'Proef', status: 'realised' }]]),
		[],
		members
	);

/** Twice the signed area in degrees: positive is anticlockwise (RFC 7946, 3.1.6). */
const turn = (ring: number[][]) =>
	ring.reduce((sum, [x = 0, y = 0], i) => {
		const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? [];
		return sum + x * nextY - nextX * y;
	}, 0);

test('the collection says its source, both dates and whether it is demo data', () => {
	expect(collection([square(100, 100, 50)])).toMatchObject({
		type: 'FeatureCollection',
		...members
	});
});

test.each([[square(100, 100, 50)], [square(100, 100, 50).toReversed()]])(
	'rings are closed; outer ones run anticlockwise and holes clockwise, however they were drawn',
	(outer) => {
		const hole = square(110, 110, 10);
		const { features } = collection([outer, hole]);
		const geometry = features[0]?.geometry;
		const rings = geometry?.type === 'Polygon' ? geometry.coordinates : [];
		expect(rings.map((ring) => ring.at(-1))).toEqual(rings.map((ring) => ring[0]));
		expect(rings.map((ring) => Math.sign(turn(ring)))).toEqual([1, -1]);
	}
);

test('several pieces of land become a MultiPolygon, an island in a lake its own polygon', () => {
	const [lake, island, other] = [square(110, 110, 30), square(115, 115, 5), square(300, 300, 9)];
	const rings = [square(100, 100, 50), lake, island, other];
	expect(toPolygons(rings).map((polygon) => polygon.length)).toEqual([2, 1, 1]);
	expect(collection(rings).features[0]?.geometry.type).toBe('MultiPolygon');
});

test('coordinates are degrees, and a point keeps its own', () => {
	const at = project(5.12, 52.09).map(Math.round);
	const { features } = toGeoJson(
		[{ code: 'GM0344', path: formatPath([square(at[0] ?? 0, at[1] ?? 0, 10)]) }],
		new Map([['GM0344', {}]]),
		[{ lat: 52.0907, lon: 5.1214, properties: { naam: 'Neude' } }],
		members
	);
	const [area, point] = features;
	const [lon = 0, lat = 0] =
		area?.geometry.type === 'Polygon' ? (area.geometry.coordinates[0]?.[0] ?? []) : [];
	expect(Math.abs(lon - 5.12)).toBeLessThan(0.06);
	expect(Math.abs(lat - 52.09)).toBeLessThan(0.06);
	expect(point?.geometry).toEqual({ type: 'Point', coordinates: [5.1214, 52.0907] });
});

test('a shape without properties is left out', () => {
	const shapes = [{ code: 'GM0009', path: formatPath([square(1, 1, 9)]) }];
	expect(toGeoJson(shapes, new Map(), [], members).features).toEqual([]);
});
