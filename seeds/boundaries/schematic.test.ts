import { beforeAll, describe, expect, test } from 'vitest';
import { formatPath, parsePath } from '#lib/base/map/path.ts';
import { project } from '#lib/base/map/projection.ts';
import { isInside } from '#lib/base/map/rings.ts';
import type { BoundaryShape } from '#lib/base/map/types.ts';
import {
	createSchematicMapper,
	type MunicipalityCentre,
	type BoundaryShapes
} from './schematic.ts';

/** A few towns of three neighbouring provinces and two islands; roughly where they lie. */
const centres: MunicipalityCentre[] = [
	{ code: 'GM0060', provinceCode: 'PV21', lat: 53.45, lon: 5.75 },
	{ code: 'GM0096', provinceCode: 'PV21', lat: 53.27, lon: 5.0 },
	{ code: 'GM0080', provinceCode: 'PV21', lat: 53.2, lon: 5.8 },
	{ code: 'GM0074', provinceCode: 'PV21', lat: 52.97, lon: 5.95 },
	{ code: 'GM0014', provinceCode: 'PV20', lat: 53.22, lon: 6.58 },
	{ code: 'GM1979', provinceCode: 'PV20', lat: 53.34, lon: 6.85 },
	{ code: 'GM0106', provinceCode: 'PV22', lat: 52.99, lon: 6.55 },
	{ code: 'GM0114', provinceCode: 'PV22', lat: 52.78, lon: 6.9 },
	// Out at sea, but of Zeeland.
	{ code: 'GM0687', provinceCode: 'PV29', lat: 51.62, lon: 3.36 }
];

let map: BoundaryShapes;
const shapeOf = (code: string) => map.municipalities.find((shape) => shape.code === code);
const ringsOf = (shape?: BoundaryShape) => parsePath(shape?.path ?? '');
const covers = (code: string, lon: number, lat: number) =>
	isInside(project(lon, lat), ringsOf(shapeOf(code)));

beforeAll(() => {
	map = createSchematicMapper()(centres);
});

test('there is one cell per municipality and one outline per province', () => {
	expect(map.municipalities.map((shape) => shape.code).sort()).toEqual(
		centres.map((centre) => centre.code).sort()
	);
	expect(map.provinces.map((shape) => shape.code).sort()).toEqual(
		Array.from({ length: 12 }, (_, i) => `PV${20 + i}`)
	);
});

test('a cell holds its own centroid, and its label lies inside', () => {
	for (const { code, lon, lat } of centres.filter((centre) => centre.code !== 'GM0687')) {
		expect(covers(code, lon, lat), code).toBe(true);
	}
	for (const shape of map.municipalities) {
		expect(isInside([shape.labelX, shape.labelY + 0.01], ringsOf(shape)), shape.code).toBe(true);
	}
});

test('an island belongs whole to its own municipality', () => {
	expect(covers('GM0060', 5.68, 53.445)).toBe(true);
	expect(covers('GM0096', 4.93, 53.245)).toBe(true);
});

test('a centroid in the sea still gets land of its province', () => {
	expect(ringsOf(shapeOf('GM0687')).length).toBeGreaterThan(0);
});

describe('with the land of a province', () => {
	const samples: [number, number][] = [];
	for (let x = 400.37; x < 849; x += 3.1) {
		for (let y = 0.41; y < 420; y += 3.1) samples.push([x, y]);
	}

	test('every place of it lies in exactly one cell, and no place in two provinces', () => {
		const cells = map.municipalities.map(ringsOf);
		const divided = new Set(centres.map((centre) => centre.provinceCode));
		const lands = map.provinces.filter((shape) => divided.has(shape.code)).map(ringsOf);
		const counts = samples.map((at) => [
			lands.filter((rings) => isInside(at, rings)).length,
			cells.filter((rings) => isInside(at, rings)).length
		]);
		expect(counts.filter(([land]) => land === 1).length).toBeGreaterThan(3000);
		expect(counts.filter(([land, cell]) => land !== cell || (land ?? 0) > 1)).toEqual([]);
	});
});

test('the IJsselmeer, the Wadden Sea and the Westerschelde are water', () => {
	const lands = map.provinces.map(ringsOf);
	const isLand = (lon: number, lat: number) =>
		lands.some((rings) => isInside(project(lon, lat), rings));
	expect([isLand(5.3, 52.8), isLand(5.3, 53.28), isLand(3.75, 51.39)]).toEqual([
		false,
		false,
		false
	]);
	expect([isLand(5.5, 52.5), isLand(5.7, 50.88), isLand(3.9, 51.25)]).toEqual([true, true, true]);
});

test('boxes hold their paths', () => {
	for (const shape of [...map.municipalities, ...map.provinces]) {
		const rings = ringsOf(shape);
		expect(formatPath(rings)).toBe(shape.path);
		const xs = rings.flat().map((p) => p[0]);
		expect([Math.min(...xs), Math.max(...xs)]).toEqual([shape.minX, shape.maxX]);
	}
});

test('a municipality without a known province is named in the error', () => {
	const draw = createSchematicMapper();
	expect(() => draw([{ code: 'GM9999', provinceCode: 'PV99', lat: 52, lon: 5 }])).toThrow(
		'GM9999 (PV99)'
	);
});

test('a province whose centroids did not change is not computed again', () => {
	const draw = createSchematicMapper();
	const first = draw(centres).municipalities;
	const second = draw(centres.filter((centre) => centre.provinceCode !== 'PV22')).municipalities;
	expect(second.every((shape) => first.includes(shape))).toBe(true);
});
