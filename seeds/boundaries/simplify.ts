import type { Polygon } from 'geojson';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { Ring } from '#lib/base/map/path.ts';
import type { Position } from '#lib/base/map/projection.ts';
import { distance, ringArea, tidyRing } from '#lib/base/map/rings.ts';
import { weldRings } from './weld.ts';

export interface Shape {
	code: string;
	/** Outer rings and holes together, by the even-odd rule, in map units. */
	rings: readonly Ring[];
}

export interface SimplifyOptions {
	/** A bend smaller than a triangle of this area (square units) is straightened. */
	bend: number;
	/** Rings smaller than this area (square units) are left out, but never the largest of a shape. */
	ring: number;
	/** Longest edge (units): longer ones get points in between, for others to hold on to. */
	edge: number;
	/** Lines closer than this (units) are one and the same (weld.ts). */
	near: number;
}

/**
 * Rounds shapes to whole map units and simplifies them together: a border that two shapes share is
 * one line, simplified once, so that no gap or overlap appears between neighbours.
 */
export function simplifyShapes(shapes: readonly Shape[], options: SimplifyOptions): Shape[] {
	const welded = weldRings(
		shapes.map((shape) => shape.rings),
		options.near
	);
	const polygons = shapes.map(({ code }, i) => [code, toPolygon(welded[i] ?? [])] as const);
	const joined = topology(Object.fromEntries(polygons));
	const { objects } = joined;
	const simple = simplify(presimplify({ ...joined, objects: {} }), options.bend);
	const arcs = simple.arcs.map((arc) =>
		subdivide(
			arc.map(([x = 0, y = 0]) => [Math.round(x), Math.round(y)]),
			options.edge
		)
	);
	return shapes.map(({ code }) => {
		const object = objects[code];
		if (object?.type !== 'Polygon') throw new Error(`No polygon for ${code}`);
		const rings = object.arcs.map((indexes) => tidyRing(joinArcs(indexes, arcs)));
		return { code, rings: dropSmall(rings, options.ring) };
	});
}

/** TopoJSON wants closed rings; which ring is a hole does not matter to it. */
function toPolygon(rings: readonly Ring[]): Polygon {
	return {
		type: 'Polygon',
		coordinates: rings
			.map(tidyRing)
			.filter((ring) => ring.length > 2)
			.map((ring) => [...ring, ...ring.slice(0, 1)].map(([x, y]) => [x, y]))
	};
}

/** Adds rounded points on edges longer than `longest`, the same ones in both directions. */
function subdivide(line: Position[], longest: number): Position[] {
	return line.flatMap((point, i) => {
		const next = line[i + 1];
		if (!next) return [point];
		const parts = Math.ceil(distance(point, next) / longest);
		const between = Array.from({ length: Math.max(0, parts - 1) }, (_, step): Position => {
			const t = (step + 1) / parts;
			return [
				Math.round(point[0] + (next[0] - point[0]) * t),
				Math.round(point[1] + (next[1] - point[1]) * t)
			];
		});
		return [point, ...between];
	});
}

/** Follows arcs one after the other; a negative index means the arc backwards (TopoJSON 2.1.4). */
function joinArcs(indexes: readonly number[], arcs: readonly Position[][]): Position[] {
	return indexes.flatMap((index) => {
		const arc = arcs[index < 0 ? ~index : index] ?? [];
		return (index < 0 ? arc.toReversed() : arc).slice(0, -1);
	});
}

function dropSmall(rings: Position[][], smallest: number): Position[][] {
	const area = (ring: Ring) => Math.abs(ringArea(ring));
	const largest = Math.max(...rings.map(area));
	return rings.filter((ring) => area(ring) > 0 && area(ring) >= Math.min(smallest, largest));
}
