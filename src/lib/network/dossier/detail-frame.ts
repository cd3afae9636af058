import { frame as wholeFrame } from '#lib/base/map/projection.ts';
import type { Box } from '#lib/base/map/types.ts';

/** The smallest side of a detail, in map units of about 310 m: a municipality with its neighbours. */
const SMALLEST = 110;
/** Room around the shapes, as part of their longest side. */
const SURROUNDINGS = 0.18;
/** Width to height; about that of the place on the page. */
const RATIO = 1;

/** The part of the map around some shapes, with their surroundings, inside the whole map. */
export function detailFrame(shapes: readonly Box[]): Box {
	const minX = Math.min(...shapes.map((shape) => shape.minX));
	const minY = Math.min(...shapes.map((shape) => shape.minY));
	const maxX = Math.max(...shapes.map((shape) => shape.maxX));
	const maxY = Math.max(...shapes.map((shape) => shape.maxY));
	const longest = Math.max((maxX - minX) / RATIO, maxY - minY);
	const height = Math.max(longest * (1 + 2 * SURROUNDINGS), SMALLEST);
	const width = height * RATIO;
	return inside({
		minX: Math.round((minX + maxX - width) / 2),
		maxX: Math.round((minX + maxX + width) / 2),
		minY: Math.round((minY + maxY - height) / 2),
		maxY: Math.round((minY + maxY + height) / 2)
	});
}

/** The same rectangle moved so that it does not look beyond the edge of the map. */
function inside(box: Box): Box {
	const x = shift(box.minX, box.maxX, wholeFrame.minX, wholeFrame.maxX);
	const y = shift(box.minY, box.maxY, wholeFrame.minY, wholeFrame.maxY);
	return { minX: box.minX + x, maxX: box.maxX + x, minY: box.minY + y, maxY: box.maxY + y };
}

function shift(from: number, to: number, least: number, most: number): number {
	if (to - from >= most - least) return 0;
	if (from < least) return least - from;
	return to > most ? most - to : 0;
}
