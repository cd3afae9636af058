import type { ChartShape, SeriesLook } from './types.ts';

/** Lengths of dash and gap in pixels; empty is a whole line. */
export const DASHES: Record<SeriesLook['dash'], number[]> = {
	solid: [],
	dashed: [8, 4],
	dotted: [2, 3],
	'dash-dot': [10, 3, 2, 3]
};

/** What Chart.js calls our shapes. */
export const POINT_STYLES = {
	circle: 'circle',
	square: 'rect',
	triangle: 'triangle',
	diamond: 'rectRot',
	cross: 'crossRot'
} as const satisfies Record<ChartShape, string>;

/** The outline of a shape around (x, y) as an SVG path, for the legend on the page and in a picture. */
export function shapePath(shape: ChartShape, x: number, y: number, radius: number): string {
	const r = radius;
	const s = Math.round(radius * 85) / 100;
	switch (shape) {
		case 'circle':
			return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
		case 'square':
			return `M${x - s} ${y - s}h${2 * s}v${2 * s}h${-2 * s}Z`;
		case 'triangle':
			return `M${x} ${y - r}l${r} ${r + s}h${-2 * r}Z`;
		case 'diamond':
			return `M${x} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}Z`;
		case 'cross':
			return `M${x - s} ${y - s}l${2 * s} ${2 * s}M${x + s} ${y - s}l${-2 * s} ${2 * s}`;
	}
}

/** About this many marks stand on a line, so that shapes show and the line stays readable. */
const MARKS = 7;

/**
 * Radius of the mark at each point: some, evenly spread, and always the last that has a value, so
 * that lines differ in shape too without one mark per step.
 */
export function markRadii(values: readonly (number | null)[], radius: number): number[] {
	const last = values.findLastIndex((value) => value !== null);
	const stride = Math.max(1, Math.ceil(values.length / MARKS));
	return values.map((value, index) =>
		value !== null && (index === last || (last - index) % stride === 0) ? radius : 0
	);
}
