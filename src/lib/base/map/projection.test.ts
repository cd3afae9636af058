import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsOf, frame, land, project, unproject } from './projection.ts';

test('degrees come back from map units', () => {
	expect.hasAssertions();
	const lon = fc.double({ min: 3, max: 7.5, noNaN: true });
	const lat = fc.double({ min: 50.5, max: 53.8, noNaN: true });
	fc.assert(
		fc.property(lon, lat, (x, y) => {
			const [backLon, backLat] = unproject(...project(x, y));
			expect(backLon).toBeCloseTo(x, 9);
			expect(backLat).toBeCloseTo(y, 9);
		})
	);
});

test('the frame is about 1000 units high, in whole units, with the land inside it', () => {
	const bounds = boundsOf(frame);
	expect([frame.minX, frame.minY, frame.maxY]).toEqual([0, 0, 1000]);
	expect(Number.isInteger(frame.maxX)).toBe(true);
	expect(bounds.west).toBeLessThan(land.west);
	expect(bounds.east).toBeGreaterThan(land.east);
	expect(bounds.south).toBeLessThan(land.south);
	expect(bounds.north).toBeGreaterThan(land.north);
});

test('the frame has the proportions of its bounds in web Mercator', () => {
	const { west, south, east, north } = boundsOf(frame);
	// EPSG:3857: x = R·λ, y = R·ln tan(π/4 + φ/2).
	const y = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
	const wide = ((east - west) * Math.PI) / 180;
	const ratio = frame.maxX / frame.maxY;
	expect(wide / (y(north) - y(south))).toBeCloseTo(ratio, 9);
});

test('north is up and east is right', () => {
	const [amsterdam, maastricht] = [project(4.9, 52.37), project(5.69, 50.85)];
	expect(amsterdam[0]).toBeLessThan(maastricht[0]);
	expect(amsterdam[1]).toBeLessThan(maastricht[1]);
});
