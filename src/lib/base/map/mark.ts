import { inks, pointFills } from './palette.ts';
import type { Painter } from './patterns.ts';
import { isHollow } from './shapes.ts';
import type { PointStatus } from './types.ts';

/** Paint of a mark: filled, or an outline on paper for the hollow ones. */
export function markAttributes(status: PointStatus, painter: Painter, width: number) {
	if (painter === 'classes') return { class: `mark mark-${status}`, 'stroke-width': width };
	const [fill, stroke] = isHollow(status)
		? [inks.paper, pointFills[status]]
		: [pointFills[status], inks.paper];
	return { fill, stroke, 'stroke-width': width, 'stroke-linejoin': 'round' };
}

const smallestCluster = 8;

/** Radius of a cluster in map units: its area grows with the logarithm of the count. */
export const clusterRadius = (count: number) =>
	Math.round((smallestCluster + 2.2 * Math.log10(count)) * 10) / 10;
