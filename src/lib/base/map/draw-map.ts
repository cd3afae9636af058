import { drawPoints } from './draw-points.ts';
import { drawCard, type MapCard } from './draw-card.ts';
import { drawPicture, type MapPicture } from './draw-picture.ts';
import { isShown } from './layers.ts';
import { inks } from './palette.ts';
import { cellAttributes, patternDefinitions, type Painter } from './patterns.ts';
import { frame as wholeFrame } from './projection.ts';
import type {
	Box,
	MapCell,
	MapCluster,
	MapGeometry,
	MapLayers,
	MapLinks,
	MapPoint,
	MapProvince,
	MapTexts
} from './types.ts';
import { element, escapeXml } from './xml.ts';

export interface MapDrawing {
	/** Begins every id in the drawing; unique on the page. */
	id: string;
	geometry: MapGeometry;
	/** What is known of the municipalities; one that is not named here is drawn as bare land. */
	cells: readonly MapCell[];
	provinces: readonly MapProvince[];
	/** Points and clusters as `createClusterIndex(…).at(…)` gives them. */
	points: readonly (MapPoint | MapCluster)[];
	layers: MapLayers;
	/** The name of the drawing, and the sentence that reads it out. */
	title: string;
	description: string;
	links: MapLinks;
	texts: Pick<MapTexts, 'cluster'>;
	/** Part of the map to show, in map units; the whole country when left out. */
	frame?: Box;
	/** Draws all of the country, also outside `frame`, so that the browser can zoom out. */
	complete?: boolean;
	/** Makes a picture that stands on its own: colours inside, heading, legend and source drawn in. */
	picture?: MapPicture;
	/** Makes the picture of a shared link. */
	card?: MapCard;
}

/**
 * Draws the map as one SVG element. For the page: linked and titled cells whose colours come from
 * map.css. With `picture`: a file for download, mail and print, without links. No style attributes
 * and no comments, as the content security policy and Svelte's hydration ask.
 */
export function drawMap(drawing: MapDrawing): string {
	const { id, title, description, picture, card } = drawing;
	const box = drawing.frame ?? wholeFrame;
	const painter: Painter = picture || card ? 'attributes' : 'classes';
	const content = [
		element('title', { id: `${id}-title` }, escapeXml(title)),
		element('desc', { id: `${id}-desc` }, escapeXml(description)),
		element('defs', {}, patternDefinitions(id, painter, scaleOf(box))),
		drawCells(drawing, painter),
		drawProvinces(drawing, painter),
		drawPoints(drawing, painter, scaleOf(box))
	].join('');
	if (card) return drawCard({ id, box, content, card });
	if (picture) return drawPicture({ id, box, content, picture });
	return element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			id,
			class: 'map-drawing',
			viewBox: viewBox(box),
			role: 'group',
			'aria-labelledby': `${id}-title`,
			'aria-describedby': `${id}-desc`,
			focusable: 'false',
			'data-boundaries': drawing.geometry.boundarySet
		},
		content
	);
}

const viewBox = ({ minX, minY, maxX, maxY }: Box) =>
	`${minX} ${minY} ${maxX - minX} ${maxY - minY}`;

/** Size of marks and lines in a part of the map, relative to the whole country. */
const scaleOf = (box: Box) =>
	Math.max(box.maxX - box.minX, box.maxY - box.minY) / (wholeFrame.maxY - wholeFrame.minY);

/** The part of the map around some shapes, with a little room; for dossiers. */
export function frameAround(shapes: readonly Box[]): Box {
	const minX = Math.min(...shapes.map((shape) => shape.minX));
	const minY = Math.min(...shapes.map((shape) => shape.minY));
	const maxX = Math.max(...shapes.map((shape) => shape.maxX));
	const maxY = Math.max(...shapes.map((shape) => shape.maxY));
	const room = Math.ceil(Math.max(maxX - minX, maxY - minY) * 0.04) + 2;
	return { minX: minX - room, minY: minY - room, maxX: maxX + room, maxY: maxY + room };
}

function drawCells(drawing: MapDrawing, painter: Painter): string {
	const known = new Map(drawing.cells.map((cell) => [cell.code, cell]));
	const cells = drawing.geometry.cells
		.filter((shape) => !drawing.frame || drawing.complete || overlaps(shape, drawing.frame))
		.map((shape) => drawCell(shape.path, known.get(shape.code), drawing, painter));
	return element(
		'g',
		{ class: 'map-cells', 'fill-rule': 'evenodd', ...cellStroke(drawing, painter) },
		cells.join('')
	);
}

const overlaps = (a: Box, b: Box) =>
	a.minX <= b.maxX && a.maxX >= b.minX && a.minY <= b.maxY && a.maxY >= b.minY;

function cellStroke(drawing: MapDrawing, painter: Painter) {
	const width = 0.8 * scaleOf(drawing.frame ?? wholeFrame);
	return painter === 'classes' ? {} : { stroke: inks.border, 'stroke-width': width };
}

function drawCell(path: string, cell: MapCell | undefined, drawing: MapDrawing, painter: Painter) {
	if (!cell) return element('path', { ...cellAttributes(drawing.id, undefined, painter), d: path });
	const shown = cell.cls && isShown(cell.cls, drawing.layers) ? cell.cls : undefined;
	const shape = element('path', { ...cellAttributes(drawing.id, shown, painter), d: path });
	const titled = element('title', {}, escapeXml(cell.label)) + shape;
	if (painter === 'attributes') return element('g', {}, titled);
	return element('a', { href: drawing.links.cell(cell.code), 'data-code': cell.code }, titled);
}

/** Outlines twice, light below dark, so that they show on dark and on pale cells; then their texts. */
function drawProvinces(drawing: MapDrawing, painter: Painter): string {
	const onPage = painter === 'classes';
	const scale = scaleOf(drawing.frame ?? wholeFrame);
	const line = (name: 'paper' | 'coast', width: number) =>
		onPage ? {} : { stroke: inks[name], 'stroke-width': width * scale };
	const outlines = drawing.geometry.provinces.map((shape) =>
		element('path', {
			'data-province': shape.code,
			'data-label': onPage ? `${shape.labelX} ${shape.labelY}` : undefined,
			d: shape.path
		})
	);
	const id = `${drawing.id}-outlines`;
	const casing = {
		class: 'map-casing',
		fill: 'none',
		'stroke-linejoin': 'round',
		...line('paper', 3)
	};
	const dark = {
		class: 'map-outline',
		fill: 'none',
		'stroke-linejoin': 'round',
		...line('coast', 1.4)
	};
	return [
		element('g', casing, element('g', { id }, outlines.join(''))),
		element('use', { href: `#${id}`, ...dark }),
		drawProvinceTexts(drawing, painter, scale)
	].join('');
}

function drawProvinceTexts(drawing: MapDrawing, painter: Painter, scale: number): string {
	const texts = new Map(drawing.provinces.map((province) => [province.code, province.text]));
	const labels = drawing.geometry.provinces.flatMap(({ code, labelX, labelY }) => {
		const text = texts.get(code);
		const place = { x: labelX, y: labelY, 'text-anchor': 'middle', 'dominant-baseline': 'central' };
		return text ? [element('text', place, escapeXml(text))] : [];
	});
	if (labels.length === 0) return '';
	const halo = { stroke: inks.paper, 'stroke-width': 4 * scale, 'stroke-linejoin': 'round' };
	const letters = {
		class: 'map-province-texts',
		'font-size': 20 * scale,
		'font-weight': 'bold',
		'paint-order': 'stroke',
		...(painter === 'classes' ? {} : { fill: inks.text, ...halo })
	};
	return element('g', letters, labels.join(''));
}
