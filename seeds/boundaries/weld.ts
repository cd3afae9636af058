import type { Ring } from '#lib/base/map/path.ts';
import type { Position } from '#lib/base/map/projection.ts';
import { distance, nearestOnSegment } from '#lib/base/map/rings.ts';

/**
 * Makes lines that run within `near` units of each other the same line: nearby points become one
 * point, and an edge that passes a point goes through it. Neighbours drawn slightly apart then share
 * their border exactly, and strips narrower than `near` (dikes, dams) lose their area.
 */
export function weldRings(shapes: readonly (readonly Ring[])[], near: number): Position[][][] {
	const index = new PointIndex(near);
	const merged = shapes.map((rings) => rings.map((ring) => ring.map((point) => index.add(point))));
	return merged.map((rings) =>
		rings.map((ring) =>
			ring.flatMap((point, i) => [
				point,
				...index.along(point, ring[(i + 1) % ring.length] ?? point)
			])
		)
	);
}

/** Points in square buckets: wide enough for few look-ups along an edge, with few points in each. */
class PointIndex {
	readonly #buckets = new Map<string, Position[]>();
	readonly #near: number;
	readonly #width: number;

	constructor(near: number) {
		this.#near = near;
		this.#width = Math.max(near, 3);
	}

	/** The point already there within reach, else this one. */
	add(point: Position): Position {
		const found = this.#around(point, point).find((p) => distance(p, point) <= this.#near);
		if (found) return found;
		const key = this.#key(point[0], point[1]);
		this.#buckets.set(key, [...(this.#buckets.get(key) ?? []), point]);
		return point;
	}

	/** Points within reach of the edge from `a` to `b`, in the order in which the edge passes them. */
	along(a: Position, b: Position): Position[] {
		return this.#around(a, b)
			.filter((p) => p !== a && p !== b)
			.filter((p) => distance(p, nearestOnSegment(p, a, b)) <= this.#near)
			.toSorted((p, q) => passedAt(p, a, b) - passedAt(q, a, b));
	}

	#around(a: Position, b: Position): Position[] {
		const found: Position[] = [];
		const near = this.#near;
		const [left, right] = [Math.min(a[0], b[0]) - near, Math.max(a[0], b[0]) + near];
		const [top, bottom] = [Math.min(a[1], b[1]) - near, Math.max(a[1], b[1]) + near];
		const width = this.#width;
		for (let x = left; x < right + width; x += width) {
			for (let y = top; y < bottom + width; y += width) {
				found.push(...(this.#buckets.get(this.#key(x, y)) ?? []));
			}
		}
		return found;
	}

	#key(x: number, y: number): string {
		return `${Math.floor(x / this.#width)} ${Math.floor(y / this.#width)}`;
	}
}

function passedAt(point: Position, a: Position, b: Position): number {
	return (point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1]);
}
