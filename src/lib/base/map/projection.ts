import type { Box, GeoBounds } from './types.ts';

/** A position in map units (x to the right, y down) or in degrees (longitude, latitude). */
export type Position = readonly [number, number];

const radians = Math.PI / 180;
const mercator = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * radians) / 2));
const inverseMercator = (y: number) => (2 * Math.atan(Math.exp(y)) - Math.PI / 2) / radians;

/** Degrees between which the land of the European Netherlands lies. */
export const land: GeoBounds = { west: 3.3584, south: 50.7504, east: 7.2275, north: 53.5546 };

/** Room around the land, so that coastlines and marks at the edge are not cut off. */
const margin = 8;
const height = 1000;
const unitsPerRadian = (height - 2 * margin) / (mercator(land.north) - mercator(land.south));
const width = Math.ceil((land.east - land.west) * radians * unitsPerRadian + 2 * margin);

/** The one coordinate space of all maps and years; `0 0 width height` is the viewBox. */
export const frame: Box = { minX: 0, minY: 0, maxX: width, maxY: height };

/** Web Mercator, from degrees to map units (about 310 m each), not rounded. */
export function project(lon: number, lat: number): [number, number] {
	return [
		margin + (lon - land.west) * radians * unitsPerRadian,
		margin + (mercator(land.north) - mercator(lat)) * unitsPerRadian
	];
}

/** Back from map units to degrees: [longitude, latitude]. */
export function unproject(x: number, y: number): [number, number] {
	return [
		land.west + (x - margin) / unitsPerRadian / radians,
		inverseMercator(mercator(land.north) - (y - margin) / unitsPerRadian)
	];
}

/** Degrees covered by a rectangle in map units; for `frame` these are the bounds of the whole SVG. */
export function boundsOf(box: Box): GeoBounds {
	const [west, north] = unproject(box.minX, box.minY);
	const [east, south] = unproject(box.maxX, box.maxY);
	return { west, south, east, north };
}
