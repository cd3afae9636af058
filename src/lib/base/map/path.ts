import type { Position } from './projection.ts';
import type { Box } from './types.ts';

/** A closed line without the repeated first point. Inside and outside follow the even-odd rule. */
export type Ring = readonly Position[];

/**
 * Writes rings in whole map units as short SVG path data: `M412 38l5-3 2 7z`, an absolute start,
 * relative steps, no separator before a minus sign.
 */
export function formatPath(rings: readonly Ring[]): string {
	return rings.map(formatRing).join('');
}

function formatRing(ring: Ring): string {
	let path = '';
	let [x, y] = [0, 0];
	for (const [index, point] of ring.entries()) {
		path += index === 0 ? 'M' : index === 1 ? 'l' : '';
		path += number(point[0] - x, index > 1) + number(point[1] - y, true);
		[x, y] = point;
	}
	return path + 'z';
}

const number = (value: number, separated: boolean) =>
	separated && value >= 0 ? ` ${value}` : String(value);

/** Reads what `formatPath` writes. Throws on any other path data. */
export function parsePath(path: string): [number, number][][] {
	return path
		.split('z')
		.slice(0, -1)
		.map((text) => {
			if (!/^M-?\d+[ -]\d+(l-?\d+[ -]\d+([ -]\d+[ -]\d+)*)?$/.test(text)) {
				throw new Error(`Not path data of this map: ${text.slice(0, 40)}`);
			}
			const numbers = [...text.matchAll(/-?\d+/g)].map(Number);
			const ring: [number, number][] = [];
			let [x, y] = [0, 0];
			for (let i = 0; i + 1 < numbers.length; i += 2) {
				x += numbers[i] ?? 0;
				y += numbers[i + 1] ?? 0;
				ring.push([x, y]);
			}
			return ring;
		});
}

/** The smallest rectangle around the rings, in their own units. */
export function boxOf(rings: readonly Ring[]): Box {
	const points = rings.flat();
	return {
		minX: Math.min(...points.map((p) => p[0])),
		minY: Math.min(...points.map((p) => p[1])),
		maxX: Math.max(...points.map((p) => p[0])),
		maxY: Math.max(...points.map((p) => p[1]))
	};
}
