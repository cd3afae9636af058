/** A rectangle on the screen, in pixels, y downwards. */
export interface Rect {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** A name that wants to stand at a place on the screen. */
export interface Label {
	x: number;
	y: number;
	width: number;
	/** May also stand further away, because it should not be missed: a large city. */
	far?: boolean;
}

/** Room of a line of text in pixels. */
const LINE = 18;
/** Half of a mark, half of a large cluster, and beyond what stands beside it, with a hair of air. */
const [MARK, CLUSTER, BEYOND] = [13, 23, 32];

/**
 * Where the middle of each label comes, or null where it has no room. The first labels choose first: at
 * their own place, else around what stands there. None lies over another or over what is `taken`, and
 * none is cut by the edge of `frame`.
 */
export function layLabels(
	labels: readonly Label[],
	taken: readonly Rect[],
	frame: Rect
): ({ x: number; y: number } | null)[] {
	const full = [...taken];
	return labels.map((label) => {
		const spot = spotsAround(label).find((at) => {
			const rect = rectOf(at, label.width);
			return !isCut(rect, frame) && !full.some((other) => overlap(rect, other));
		});
		if (!spot) return null;
		full.push(rectOf(spot, label.width));
		return spot;
	});
}

/** At the place itself, then close to a mark there, then further away for a cluster. */
function spotsAround({ x, y, width, far }: Label): { x: number; y: number }[] {
	/** Below, above, right and left, and then askew. */
	const around = (away: number) => {
		const [across, down] = [away + width / 2, away + LINE / 2];
		const straight = [
			[0, down],
			[0, -down],
			[across, 0],
			[-across, 0]
		];
		const askew = [1, -1].flatMap((up) => [0.6, -0.6].map((side) => [side * across, up * down]));
		return [...straight, ...askew].map(([dx = 0, dy = 0]) => ({ x: x + dx, y: y + dy }));
	};
	return [{ x, y }, ...around(MARK), ...around(CLUSTER), ...(far ? around(BEYOND) : [])];
}

const rectOf = ({ x, y }: { x: number; y: number }, width: number): Rect => ({
	left: x - width / 2,
	top: y - LINE / 2,
	right: x + width / 2,
	bottom: y + LINE / 2
});

const overlap = (a: Rect, b: Rect) =>
	a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

/** Whether a part of it lies outside; what lies outside whole comes into view when the map is moved. */
const isCut = (rect: Rect, frame: Rect) =>
	overlap(rect, frame) &&
	(rect.left < frame.left ||
		rect.right > frame.right ||
		rect.top < frame.top ||
		rect.bottom > frame.bottom);

/** Inhabitants of the smallest place that is named at zoom 8; a step closer shows a quarter of the land. */
const SMALLEST_AT_8 = 40_000;

/** The least inhabitants of a place that is named at a zoom of a web map. */
export const leastInhabitants = (zoom: number): number => SMALLEST_AT_8 / 4 ** (zoom - 8);
