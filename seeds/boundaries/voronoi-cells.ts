import { Delaunay } from 'd3-delaunay';
import polygonClipping from 'polygon-clipping';
import { frame, type Position } from '#lib/base/map/projection.ts';
import {
	distance,
	isInside,
	nearestOnRings,
	nearestOnSegment,
	tidyRing
} from '#lib/base/map/rings.ts';
import { adoptOrphans } from './adopt-orphans.ts';
import type { Piece } from './province-outlines.ts';

export interface Site {
	code: string;
	/** Centroid in map units. */
	at: Position;
}

export interface Cell {
	code: string;
	/** The centroid, or where it was moved to so that it lies on land. */
	at: Position;
	rings: Position[][];
}

/**
 * Divides a province among its municipalities: every place goes to the nearest centroid on the same
 * piece of land, a piece without a centroid (an uninhabited island) to the nearest one anywhere.
 * All corners are whole units; a corner on the outline is one of the outline's own points, so cells
 * fit each other and the neighbouring province exactly.
 */
export function divideProvince(sites: readonly Site[], pieces: readonly Piece[]): Cell[] {
	const placed = sites.map((site) => placeOnLand(site, pieces));
	const cells = placed.map(({ code, at }): Cell => ({ code, at, rings: [] }));
	for (const [pieceIndex, piece] of pieces.entries()) {
		const own = placed.flatMap((site, i) => (site.piece === pieceIndex ? [i] : []));
		const points = own.map((i): Position => cells[i]?.at ?? [0, 0]);
		const parts = own.length > 0 ? dividePiece(points, piece) : [piece];
		const takers = own.length > 0 ? own : [nearestSite(piece, cells)];
		for (const [i, taker] of takers.entries()) cells[taker]?.rings.push(...(parts[i] ?? []));
	}
	return cells;
}

function placeOnLand({ code, at }: Site, pieces: readonly Piece[]) {
	const inside = pieces.findIndex((piece) => isInside(at, piece));
	if (inside >= 0) return { code, at, piece: inside };
	const candidates = pieces.map((piece) => nearestOnRings(at, piece));
	const distances = candidates.map((candidate) => distance(candidate, at));
	const piece = distances.indexOf(Math.min(...distances));
	const shore = candidates[piece] ?? at;
	return { code, at: inland(at, shore, pieces[piece] ?? []), piece };
}

/** A little further than the shore, coming from the sea; the shore itself when that is no land. */
function inland(from: Position, shore: Position, piece: Piece): Position {
	const length = distance(from, shore) || 1;
	for (const depth of [4, 2, 1]) {
		const point: Position = [
			shore[0] + ((shore[0] - from[0]) / length) * depth,
			shore[1] + ((shore[1] - from[1]) / length) * depth
		];
		if (isInside(point, piece)) return point;
	}
	return shore;
}

function dividePiece(points: readonly Position[], piece: Piece): Position[][][] {
	const sites = points.map(([x, y]): [number, number] => [x, y]);
	const voronoi = Delaunay.from(sites).voronoi([
		frame.minX - 99,
		frame.minY - 99,
		frame.maxX + 99,
		frame.maxY + 99
	]);
	const corners = new Set(piece.flat().map(String));
	const land = piece.map((ring) => ring.map(([x, y]): [number, number] => [x, y]));
	const clipped = points.map((_, i) => {
		const cell = voronoi.cellPolygon(i).map(([x = 0, y = 0]): [number, number] => [x, y]);
		return polygonClipping
			.intersection([cell], land)
			.map((polygon) => polygon.map((ring) => tidyRing(ring.map((p) => settle(p, piece, corners)))))
			.map((polygon) => polygon.filter((ring) => ring.length > 0))
			.filter((polygon) => polygon.length > 0);
	});
	return adoptOrphans(clipped, points);
}

/** Where a corner of a clipped cell goes: to a point of the outline, or to whole units inland. */
function settle(point: Position, piece: Piece, corners: ReadonlySet<string>): Position {
	if (corners.has(String(point))) return point;
	for (const ring of piece) {
		for (const [i, a] of ring.entries()) {
			const b = ring[(i + 1) % ring.length] ?? a;
			if (distance(point, nearestOnSegment(point, a, b)) > 1e-6) continue;
			return distance(point, a) < distance(point, b) ? a : b;
		}
	}
	return [Math.round(point[0]), Math.round(point[1])];
}

function nearestSite(piece: Piece, cells: readonly Cell[]): number {
	const distances = cells.map(({ at }) => distance(at, nearestOnRings(at, piece)));
	return distances.indexOf(Math.min(...distances));
}
