import type { Feature, FeatureCollection, Polygon } from 'geojson';
import { topology } from 'topojson-server';
import { describe, expect, test } from 'vitest';
import { parsePath } from '#lib/base/map/path.ts';
import { project } from '#lib/base/map/projection.ts';
import { isInside, ringArea } from '#lib/base/map/rings.ts';
import { drawOfficial, matchCodes } from './official.ts';
import { readOfficial } from './read-official.ts';

/** A rectangle in degrees as a feature with these properties. */
function area(
	[west, south, east, north]: readonly [number, number, number, number],
	properties: Record<string, unknown>
): Feature<Polygon> {
	const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]; // prettier-ignore
	return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}
const collection = (...features: Feature<Polygon>[]): FeatureCollection => ({
	type: 'FeatureCollection',
	features
});
const west = area([5, 52, 5.3, 52.3], { statcode: 'GM0001', statnaam: 'West' });
const east = area([5.3, 52, 5.6, 52.3], { statcode: 'GM0002', statnaam: 'Oost' });
const municipalities = [
	{ code: 'GM0001', name: 'West', provinceCode: 'PV26' },
	{ code: 'GM0002', name: 'Oost', provinceCode: 'PV26' }
];

describe('a file', () => {
	test('may be GeoJSON or TopoJSON', () => {
		const geo = readOfficial(JSON.stringify(collection(west, east)));
		const topo = readOfficial(JSON.stringify(topology({ gemeenten: collection(west, east) })));
		expect(geo.map(({ code }) => code)).toEqual(['GM0001', 'GM0002']);
		expect(topo.map(({ code }) => code)).toEqual(['GM0001', 'GM0002']);
	});

	test('of several layers gives the one with municipalities', () => {
		const provinces = collection(area([5, 52, 5.6, 52.3], { statcode: 'PV26' }));
		const text = JSON.stringify(topology({ provincies: provinces, gemeenten: collection(west) }));
		expect(readOfficial(text).map(({ code }) => code)).toEqual(['GM0001']);
	});

	test.each([
		[{ gemeentecode: '0983' }],
		[{ GM_CODE: 'GM0983' }],
		[{ code: 983, name: 'Venlo' }],
		[{ gemeentecode: 'GM0983', H2O: 'NEE' }]
	])('writes the code of a municipality as %o', (properties) => {
		const [venlo] = readOfficial(JSON.stringify(collection(area([6, 51, 6.2, 51.2], properties))));
		expect(venlo?.code).toBe('GM0983');
	});

	test('may have a municipality in parts; the parts that are water are left out', () => {
		const island = area([5.7, 52, 5.8, 52.1], { gemeentecode: 'GM0001', H2O: 'NEE' });
		const lake = area([5.8, 52, 5.9, 52.1], { gemeentecode: 'GM0001', H2O: 'JA' });
		const [found] = readOfficial(JSON.stringify(collection(west, island, lake)));
		expect(found?.rings).toHaveLength(2);
	});

	test.each([
		['{"type":', 'not JSON'],
		['{"type":"Feature"}', 'neither a TopoJSON nor a GeoJSON'],
		[
			'{"type":"Topology","objects":{"x":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[7]]}]}},"arcs":[]}',
			'neither'
		],
		[JSON.stringify(collection(area([5, 52, 6, 53], { naam: 'zonder code' }))), 'no municipality'],
		[
			JSON.stringify(collection(area([155000, 463000, 156000, 464000], { code: 'GM0001' }))),
			'EPSG:4326'
		]
	])('that cannot be used is refused with the reason: %#', (text, reason) => {
		expect(() => readOfficial(text)).toThrow(reason);
	});
});

test('codes are compared both ways', () => {
	const areas = readOfficial(
		JSON.stringify(collection(west, area([6, 52, 6.1, 52.1], { code: 'GM0009' })))
	);
	const { missing, unknown } = matchCodes(areas, municipalities);
	expect(missing.map(({ name }) => name)).toEqual(['Oost']);
	expect(unknown).toEqual(['GM0009']);
});

describe('official boundaries on the map', () => {
	const areas = readOfficial(JSON.stringify(collection(west, east)));
	const map = drawOfficial(areas, municipalities);

	test('lie where they lie in the file', () => {
		const [first] = map.municipalities;
		expect(isInside(project(5.15, 52.15), parsePath(first?.path ?? ''))).toBe(true);
		expect(isInside(project(5.45, 52.15), parsePath(first?.path ?? ''))).toBe(false);
	});

	test('share their border, and their province is the two of them without it', () => {
		const sizes = [...map.municipalities, ...map.provinces].map(({ path }) =>
			parsePath(path).reduce((sum, ring) => sum + Math.abs(ringArea(ring)), 0)
		);
		expect(map.provinces.map(({ code }) => code)).toEqual(['PV26']);
		expect((sizes[0] ?? 0) + (sizes[1] ?? 0)).toBe(sizes[2]);
		expect(parsePath(map.provinces[0]?.path ?? '')).toHaveLength(1);
	});

	test('leave out what is not asked for', () => {
		const half = drawOfficial(areas, municipalities.slice(0, 1));
		expect(half.municipalities.map(({ code }) => code)).toEqual(['GM0001']);
	});
});
