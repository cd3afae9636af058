import polygonClipping, { type Polygon } from 'polygon-clipping';
import type { Position } from '#lib/base/map/projection.ts';
import { distance, isInside, nearestOnRings, roundRing } from '#lib/base/map/rings.ts';
import type { Piece } from './province-outlines.ts';

/**
 * Water can cut a cell in two: the far bank is then nearest to a centroid on the other side. Such a
 * part, without a centroid of its own, goes to the cell with which it shares most of its corners.
 * Returns the rings of each cell.
 */
export function adoptOrphans(
	cells: readonly (readonly Piece[])[],
	centres: readonly Position[]
): Position[][][] {
	const homes = cells.map((parts, i) => homeOf(parts, centres[i] ?? [0, 0]));
	const adopted = homes.map((home): Piece[] => (home ? [home] : []));
	for (const [i, parts] of cells.entries()) {
		for (const orphan of parts.filter((part) => part !== homes[i])) {
			const shared = homes.map((home) => (home ? countShared(orphan, home) : 0));
			const most = Math.max(...shared);
			adopted[most > 1 ? shared.indexOf(most) : i]?.push(orphan);
		}
	}
	return adopted.map(joinParts);
}

/** The part in which the centroid lies, else the one nearest to it (rounding can move a corner). */
function homeOf(parts: readonly Piece[], centre: Position): Piece | undefined {
	const away = (part: Piece) =>
		isInside(centre, part) ? 0 : distance(centre, nearestOnRings(centre, part));
	return parts.toSorted((a, b) => away(a) - away(b))[0];
}

function countShared(part: Piece, home: Piece): number {
	const corners = new Set(home.flat().map(String));
	return part.flat().filter((corner) => corners.has(String(corner))).length;
}

function joinParts(parts: readonly Piece[]): Position[][] {
	const polygons = parts.map((part): Polygon => part.map((ring) => ring.map(([x, y]) => [x, y])));
	const [first, ...rest] = polygons;
	if (!first || rest.length === 0) return parts.flat();
	return polygonClipping
		.union(first, ...rest)
		.flatMap((polygon) => polygon.map(roundRing))
		.filter((ring) => ring.length > 0);
}
