import type { Ring } from './path.ts';
import type { Position } from './projection.ts';

/** Area of a ring in square units; positive when it runs clockwise on a screen (y downwards). */
export function ringArea(ring: Ring): number {
	let twice = 0;
	for (const [i, p] of ring.entries()) {
		const q = ring[(i + 1) % ring.length] ?? p;
		twice += p[0] * q[1] - q[0] * p[1];
	}
	return twice / 2;
}

/** Whether a point lies inside the rings together, by the even-odd rule. */
export function isInside([x, y]: Position, rings: readonly Ring[]): boolean {
	let inside = false;
	for (const ring of rings) {
		for (const [i, p] of ring.entries()) {
			const q = ring[(i + 1) % ring.length] ?? p;
			const crosses = p[1] > y !== q[1] > y;
			if (crosses && x < p[0] + ((y - p[1]) / (q[1] - p[1])) * (q[0] - p[0])) inside = !inside;
		}
	}
	return inside;
}

/** The point of the segment from `a` to `b` that is nearest to `point`. */
export function nearestOnSegment(point: Position, a: Position, b: Position): [number, number] {
	const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
	const length = dx * dx + dy * dy;
	const along = length === 0 ? 0 : ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length;
	const t = Math.min(1, Math.max(0, along));
	return [a[0] + t * dx, a[1] + t * dy];
}

export const distance = (a: Position, b: Position) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** The point on the outline nearest to `point`; the point itself when there is no outline. */
export function nearestOnRings(point: Position, rings: readonly Ring[]): [number, number] {
	let best: [number, number] = [point[0], point[1]];
	let bestDistance = Infinity;
	for (const ring of rings) {
		for (const [i, a] of ring.entries()) {
			const candidate = nearestOnSegment(point, a, ring[(i + 1) % ring.length] ?? a);
			const d = distance(point, candidate);
			if (d < bestDistance) [best, bestDistance] = [candidate, d];
		}
	}
	return best;
}

/**
 * A point well inside the rings to put a label on: the widest stretch of land on each of some
 * horizontal lines is tried, the one furthest from any outline wins. Rounded to whole units.
 */
export function labelPoint(rings: readonly Ring[]): [number, number] {
	const ys = rings.flat().map((p) => p[1]);
	const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
	let best: [number, number] = rings[0]?.[0] ? [rings[0][0][0], rings[0][0][1]] : [0, 0];
	let bestRoom = -1;
	for (let step = 1; step < 24; step += 1) {
		const y = top + ((bottom - top) * step) / 24;
		const xs = crossings(y, rings);
		for (let i = 0; i + 1 < xs.length; i += 2) {
			const candidate: [number, number] = [((xs[i] ?? 0) + (xs[i + 1] ?? 0)) / 2, y];
			const room = distance(candidate, nearestOnRings(candidate, rings));
			if (room > bestRoom) [best, bestRoom] = [candidate, room];
		}
	}
	return [Math.round(best[0]), Math.round(best[1])];
}

/** Where the horizontal line at `y` crosses the outline, from left to right. */
function crossings(y: number, rings: readonly Ring[]): number[] {
	const xs: number[] = [];
	for (const ring of rings) {
		for (const [i, p] of ring.entries()) {
			const q = ring[(i + 1) % ring.length] ?? p;
			if (p[1] > y === q[1] > y) continue;
			xs.push(p[0] + ((y - p[1]) / (q[1] - p[1])) * (q[0] - p[0]));
		}
	}
	return xs.sort((a, b) => a - b);
}

/** Drops repeated points and out-and-back spikes; empty when no area is left. */
export function tidyRing(ring: Ring): Position[] {
	const tidy: Position[] = [];
	const same = (a?: Position, b?: Position) => !!a && !!b && a[0] === b[0] && a[1] === b[1];
	for (const point of ring) {
		if (same(tidy.at(-1), point)) continue;
		if (same(tidy.at(-2), point)) tidy.pop();
		else tidy.push(point);
	}
	while (tidy.length > 2) {
		if (same(tidy[0], tidy.at(-1))) tidy.pop();
		else if (same(tidy[0], tidy.at(-2))) tidy.splice(-2);
		else if (same(tidy[1], tidy.at(-1))) tidy.splice(0, 2);
		else break;
	}
	return tidy.length > 2 && ringArea(tidy) !== 0 ? tidy : [];
}

/** The ring in whole units, tidied; empty when it vanishes. */
export function roundRing(ring: Ring): Position[] {
	return tidyRing(ring.map(([x, y]) => [Math.round(x), Math.round(y)]));
}
