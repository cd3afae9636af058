import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson';
import { parsePath, type Ring } from './path.ts';
import { unproject, type Position } from './projection.ts';
import { isInside, ringArea } from './rings.ts';
import type { BoundaryShape } from './types.ts';

export type GeoProperties = Record<string, string | number | boolean | null>;

/** What the file says of itself, as members of the collection (RFC 7946, 6.1). */
export interface GeoMembers {
	source: string;
	peildatum: string;
	/** The day of the facts: never after today. */
	feitenVan: string;
	bekendOp: string;
	attribution: string;
	voorbeeldgegevens: boolean;
}

export interface GeoPoint {
	lat: number;
	lon: number;
	properties: GeoProperties;
}

export type MapFeatureCollection = FeatureCollection<
	Polygon | MultiPolygon | Point,
	GeoProperties
> &
	GeoMembers;

/**
 * Municipalities and points as GeoJSON (RFC 7946: WGS84, right-hand rule). `areas` gives the
 * properties per code; a shape without properties is left out.
 */
export function toGeoJson(
	shapes: readonly Pick<BoundaryShape, 'code' | 'path'>[],
	areas: ReadonlyMap<string, GeoProperties>,
	points: readonly GeoPoint[],
	members: GeoMembers
): MapFeatureCollection {
	const cells = shapes.flatMap(({ code, path }) => {
		const properties = areas.get(code);
		return properties ? [areaFeature(code, path, properties)] : [];
	});
	return {
		type: 'FeatureCollection',
		...members,
		features: [...cells, ...points.map(pointFeature)]
	};
}

function areaFeature(
	code: string,
	path: string,
	properties: GeoProperties
): Feature<Polygon | MultiPolygon, GeoProperties> {
	const polygons = toPolygons(parsePath(path)).map((rings) =>
		rings.map((ring, i) => closeRing(ring, i === 0))
	);
	const [only, ...others] = polygons;
	const geometry: Polygon | MultiPolygon =
		only && others.length === 0
			? { type: 'Polygon', coordinates: only }
			: { type: 'MultiPolygon', coordinates: polygons };
	return { type: 'Feature', id: code, geometry, properties };
}

function pointFeature({ lat, lon, properties }: GeoPoint): Feature<Point, GeoProperties> {
	return { type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties };
}

/** Groups even-odd rings into polygons: an outer ring, then the holes directly inside it. */
export function toPolygons(rings: readonly Ring[]): Ring[][] {
	const depths = rings.map((ring) => rings.filter((other) => contains(other, ring)).length);
	return rings.flatMap((outer, i) => {
		const depth = depths[i] ?? 0;
		if (depth % 2 === 1) return [];
		const holes = rings.filter((ring, j) => depths[j] === depth + 1 && contains(outer, ring));
		return [[outer, ...holes]];
	});
}

/** Whether a ring lies inside another; they may touch, so the middle of an edge decides. */
function contains(outer: Ring, inner: Ring): boolean {
	if (outer === inner) return false;
	const middles = inner.map((p, i): Position => {
		const q = inner[(i + 1) % inner.length] ?? p;
		return [(p[0] + q[0]) / 2 + 1e-3, (p[1] + q[1]) / 2 + 1e-3];
	});
	return middles.filter((middle) => isInside(middle, [outer])).length > middles.length / 2;
}

/** To degrees with five decimals (about a metre), closed, outer rings anticlockwise on the map. */
function closeRing(ring: Ring, outer: boolean): [number, number][] {
	// Map units run downwards, so a positive area here is clockwise on the map.
	const ordered = ringArea(ring) > 0 === outer ? ring.toReversed() : ring;
	const degrees = ordered.map(([x, y]): [number, number] => {
		const [lon, lat] = unproject(x, y);
		return [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];
	});
	return [...degrees, ...degrees.slice(0, 1)];
}
