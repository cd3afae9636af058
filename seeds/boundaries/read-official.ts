import type { GeoJsonProperties } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { z } from 'zod';
import type { Ring } from '#lib/base/map/path.ts';
import { project, type Position } from '#lib/base/map/projection.ts';

/** A municipality of an official file, in map units (not rounded). */
export interface OfficialArea {
	code: string;
	rings: Ring[];
}

const ringSchema = z.array(z.array(z.number()).min(2)).min(4);
const geometrySchema = z.union([
	z.object({ type: z.literal('Polygon'), coordinates: z.array(ringSchema) }),
	z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ringSchema)) })
]);
const collectionSchema = z.object({
	type: z.literal('FeatureCollection'),
	features: z.array(
		z.object({
			id: z.union([z.string(), z.number()]).optional(),
			properties: z.record(z.string(), z.unknown()).nullish(),
			geometry: geometrySchema.nullable()
		})
	)
});
type Collection = z.infer<typeof collectionSchema>;
type Feature = Collection['features'][number];

/**
 * Reads the municipalities of a TopoJSON or GeoJSON of CBS, Kadaster or PDOK, in degrees (WGS84).
 * Parts of one municipality are taken together, parts that are water only are left out. Throws an
 * error that says what is wrong with the file.
 */
export function readOfficial(text: string): OfficialArea[] {
	const areas = new Map<string, Ring[]>();
	for (const part of richestCollection(parseJson(text)).features) {
		const code = municipalityCode(part);
		if (!code || !part.geometry || isWater(part.properties ?? {})) continue;
		areas.set(code, [...(areas.get(code) ?? []), ...ringsOf(part.geometry)]);
	}
	if (areas.size === 0)
		throw new Error('There is no municipality with a code (GM….) in this file.');
	return [...areas].map(([code, rings]) => ({ code, rings: rings.map(toMapUnits) }));
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new Error('This file is not JSON.', { cause });
	}
}

/** The features of a GeoJSON, or of the object of a TopoJSON that holds most municipalities. */
function richestCollection(content: unknown): Collection {
	const candidates = isTopology(content)
		? Object.values(content.objects).map((object) => toFeatures(content, object))
		: [content];
	const collections = candidates.flatMap((candidate) => {
		const parsed = collectionSchema.safeParse(candidate);
		return parsed.success ? [parsed.data] : [];
	});
	const count = ({ features }: Collection) => features.filter(municipalityCode).length;
	const [richest] = collections.toSorted((a, b) => count(b) - count(a));
	if (!richest) throw new Error('This file is neither a TopoJSON nor a GeoJSON of areas.');
	return richest;
}

/** Undefined when the object points at lines that the file does not have. */
function toFeatures(topology: Topology, object: Topology['objects'][string]): unknown {
	try {
		return feature(topology, object);
	} catch {
		return undefined;
	}
}

function isTopology(content: unknown): content is Topology {
	const schema = z.object({
		type: z.literal('Topology'),
		arcs: z.array(z.array(z.array(z.number()).min(2))),
		objects: z.record(z.string(), z.object({ type: z.literal('GeometryCollection') }))
	});
	return schema.safeParse(content).success;
}

/** `GM0983` from any property or the id; also a bare number in a property named after the code. */
function municipalityCode({ id, properties }: Feature): string | undefined {
	const entries: [string, unknown][] = [...Object.entries(properties ?? {}), ['id', id]];
	for (const [, value] of entries) {
		if (typeof value === 'string' && /^GM\d{4}$/.test(value.trim())) return value.trim();
	}
	const named = entries.find(([name]) =>
		/^(gemeente_?code|gm_?code|code|statcode)$/i.test(name)
	)?.[1];
	return /^\d{1,4}$/.test(String(named ?? '')) ? `GM${String(named).padStart(4, '0')}` : undefined;
}

/** CBS marks the part of a municipality that is water with `H2O` or `water`. */
function isWater(properties: NonNullable<GeoJsonProperties>): boolean {
	return ['H2O', 'h2o', 'water', 'WATER'].some((name) => properties[name] === 'JA');
}

function ringsOf(geometry: z.infer<typeof geometrySchema>): Ring[] {
	const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	return polygons.flat().map((ring) => ring.map(([x = 0, y = 0]): Position => [x, y]));
}

/** Degrees to map units; the closing point is dropped. */
function toMapUnits(ring: Ring): Ring {
	return ring.slice(0, -1).map(([lon, lat]) => {
		if (lon < 2 || lon > 8 || lat < 50 || lat > 55) {
			throw new Error(
				`Coordinates like ${lon}, ${lat} are not degrees in the Netherlands. Ask for EPSG:4326 (WGS84, longitude first).`
			);
		}
		return project(lon, lat);
	});
}
