import { parsePath, type Ring } from './path.ts';
import { project, unproject } from './projection.ts';
import { isInside, nearestOnRings } from './rings.ts';
import type { BoundaryShape, MapGeometry } from './types.ts';

/** Where a point lies and in which municipality. */
interface Located {
	lat: number;
	lon: number;
	municipalityCode: string;
	/** True when its address is not known. */
	approximate: boolean;
}

/** How far from the outline towards the middle of the cell, tried in this order. */
const INWARDS = [0.15, 0.3, 0.5, 0.75, 1];

/**
 * The points as a map of these boundaries shows them: each stands in its own municipality. The cells of
 * the schematic map are not where the real borders are, and a point without an address stands in the
 * middle of its town; what lies outside is put just inside the outline, at its nearest. On official
 * boundaries an address stays where it is. Whoever counts distances takes the real coordinates.
 */
export function insideCells<T extends Located>(points: readonly T[], geometry: MapGeometry): T[] {
	const cells = new Map(geometry.cells.map((cell) => [cell.code, cell]));
	return points.map((point) => {
		const cell = cells.get(point.municipalityCode);
		const stays = !cell || (geometry.kind === 'official' && !point.approximate);
		return stays ? point : insideCell(point, cell);
	});
}

function insideCell<T extends Located>(point: T, cell: BoundaryShape): T {
	const rings = ringsOf(cell);
	const at = project(point.lon, point.lat);
	if (isInside(at, rings)) return point;
	const [x, y] = nearestOnRings(at, rings);
	const part = INWARDS.find((share) => isInside(towards(x, y, cell, share), rings)) ?? 1;
	const [lon, lat] = unproject(...towards(x, y, cell, part));
	return { ...point, lat: Number(lat.toFixed(5)), lon: Number(lon.toFixed(5)) };
}

const towards = (x: number, y: number, { labelX, labelY }: BoundaryShape, part: number) =>
	[x + (labelX - x) * part, y + (labelY - y) * part] as [number, number];

/** Outlines are read once: the geometry of a set stays the same object. */
const rings = new WeakMap<BoundaryShape, Ring[]>();

function ringsOf(cell: BoundaryShape): Ring[] {
	const known = rings.get(cell);
	if (known) return known;
	const parsed = parsePath(cell.path);
	rings.set(cell, parsed);
	return parsed;
}
