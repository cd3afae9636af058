import { markAttributes } from '#lib/base/map/mark.ts';
import { project } from '#lib/base/map/projection.ts';
import { pointShape } from '#lib/base/map/shapes.ts';
import type { BoundaryShape, Box, MapPoint } from '#lib/base/map/types.ts';
import { element, escapeXml } from '#lib/base/map/xml.ts';

/** Sizes as parts of the width of the detail. */
const MARK_RADIUS = 1 / 62;
const LETTERS = 1 / 32;
/** Mean width of a letter, as part of its height. */
const LETTER_WIDTH = 0.62;

export interface PlaceName {
	name: string;
	labelX: number;
	labelY: number;
}

interface Overlay {
	frame: Box;
	/** The shapes that the page is about. */
	focus: readonly BoundaryShape[];
	/** The municipalities to name, the most important first; a name without room is left out. */
	names: readonly PlaceName[];
	points: readonly MapPoint[];
	pointHref: (id: number) => string;
}

/** What a detail shows above the map itself: the outline and names of its subject, and its points. */
export function detailOverlay({ frame, focus, names, points, pointHref }: Overlay): string {
	const width = frame.maxX - frame.minX;
	const outlines = focus.map(({ path }) => element('path', { d: path })).join('');
	const marks = spread(points, width * MARK_RADIUS * 1.7).map(({ point, x, y }) => {
		const shape = element('path', {
			...markAttributes(point.status, 'classes', width * 0.004),
			d: pointShape(point.status, x, y, round(width * MARK_RADIUS))
		});
		const titled = element('title', {}, escapeXml(point.label)) + shape;
		return element('a', { href: pointHref(point.id) }, titled);
	});
	return [
		element('g', { class: 'detail-casing', fill: 'none' }, outlines),
		element('g', { class: 'detail-focus', fill: 'none' }, outlines),
		element(
			'g',
			{
				class: 'detail-names',
				'font-size': round(width * LETTERS),
				'text-anchor': 'middle',
				'stroke-width': round(width * 0.008),
				'stroke-linejoin': 'round'
			},
			namesWithRoom(names, frame).map(drawName).join('')
		),
		element('g', { class: 'map-points' }, marks.join(''))
	].join('');
}

interface PlacedName extends Box {
	name: string;
	x: number;
	/** Of the base line. */
	y: number;
}

/** The names that lie whole in the frame, each clear of those before it. */
export function namesWithRoom(names: readonly PlaceName[], frame: Box): PlacedName[] {
	const kept: PlacedName[] = [];
	for (const name of names) {
		const placed = placeName(name, frame.maxX - frame.minX);
		const fits =
			placed.minX > frame.minX &&
			placed.maxX < frame.maxX &&
			placed.minY > frame.minY &&
			placed.maxY < frame.maxY;
		if (fits && !kept.some((other) => overlaps(placed, other))) kept.push(placed);
	}
	return kept;
}

/** Below the middle of its municipality, where the mark of a point without an address stands. */
function placeName({ name, labelX, labelY }: PlaceName, width: number): PlacedName {
	const letters = width * LETTERS;
	const half = (name.length * letters * LETTER_WIDTH) / 2;
	const y = labelY + width * MARK_RADIUS + letters;
	return {
		name,
		x: labelX,
		y,
		minX: labelX - half,
		maxX: labelX + half,
		minY: y - letters,
		maxY: y
	};
}

function overlaps(a: Box, b: Box): boolean {
	return a.minX < b.maxX && a.maxX > b.minX && a.minY < b.maxY && a.maxY > b.minY;
}

function drawName({ name, x, y }: PlacedName): string {
	return element('text', { x, y: round(y) }, escapeXml(name));
}

interface Placed {
	point: MapPoint;
	x: number;
	y: number;
}

/** Where to draw the points: those on (nearly) the same spot on a small circle around it. */
export function spread(points: readonly MapPoint[], distance: number): Placed[] {
	const placed = points.map((point) => {
		const [x, y] = project(point.lon, point.lat);
		return { point, x, y };
	});
	const spots = Map.groupBy(
		placed,
		({ x, y }) => `${Math.round(x / distance)} ${Math.round(y / distance)}`
	);
	return [...spots.values()].flatMap((spot) => {
		if (spot.length === 1) return spot.map(rounded);
		const radius = Math.max(distance, (spot.length * distance * 1.3) / (2 * Math.PI));
		return spot.map(({ point, x, y }, index) => {
			const angle = (index / spot.length) * 2 * Math.PI;
			return rounded({ point, x: x + radius * Math.sin(angle), y: y - radius * Math.cos(angle) });
		});
	});
}

const rounded = ({ point, x, y }: Placed): Placed => ({ point, x: round(x), y: round(y) });
const round = (value: number) => Math.round(value * 10) / 10;
