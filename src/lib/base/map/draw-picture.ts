import { markAttributes } from './mark.ts';
import { inks } from './palette.ts';
import { cellFill } from './patterns.ts';
import { pointShape } from './shapes.ts';
import type { Box, MapLegend } from './types.ts';
import { element, escapeXml } from './xml.ts';

/** What a map that stands on its own says beside the drawing. All lines are texts for the reader. */
export interface MapPicture {
	/** Width in pixels; the height follows. */
	width: number;
	heading: string;
	/** Below the heading: both dates, the sentence that reads the map out. */
	lines: readonly string[];
	/** At the foot: source, attribution, where the figures were made, "voorbeeldgegevens". */
	footer: readonly string[];
	legend: MapLegend;
}

export interface PictureParts {
	id: string;
	box: Box;
	/** The drawing itself, in map units. */
	content: string;
	picture: MapPicture;
}

const fonts = 'DejaVu Sans, Verdana, Arial, sans-serif';
const room = 20;

/**
 * Puts heading, legend and source around a drawing. The legend stands in the sea at the top left of
 * the whole country, or below a part of it. Lengths are in units of the page, 849 wide.
 */
export function drawPicture({ id, box, content, picture }: PictureParts): string {
	const page = 849;
	const heading = wrap(picture.heading, 52);
	const lines = picture.lines.flatMap((line) => wrap(line, 96));
	const footer = picture.footer.flatMap((line) => wrap(line, 116));
	const top = room + heading.length * 30 + lines.length * 19 + 12;
	const isWhole = box.minX === 0 && box.maxX - box.minX === page;
	const scale = Math.min(page / (box.maxX - box.minX), 1000 / (box.maxY - box.minY));
	const [width, mapHeight] = [(box.maxX - box.minX) * scale, (box.maxY - box.minY) * scale];
	const legend = drawLegend(id, picture.legend, isWhole ? 1 : 2);
	const legendTop = isWhole ? top + 6 : top + mapHeight + 12;
	const foot = top + mapHeight + (isWhole ? 0 : legend.height + 24) + 16;
	const height = Math.ceil(foot + footer.length * 16 + room);
	const parts = [
		element('rect', { width: page, height, fill: inks.paper }),
		textLines(heading, room, room + 22, 30, { 'font-size': 25, 'font-weight': 'bold' }),
		textLines(lines, room, room + heading.length * 30 + 14, 19, { 'font-size': 14.5 }),
		element(
			'svg',
			{
				x: Math.round((page - width) / 2),
				y: top,
				width,
				height: mapHeight,
				viewBox: `${box.minX} ${box.minY} ${box.maxX - box.minX} ${box.maxY - box.minY}`
			},
			content
		),
		element('g', { transform: `translate(${room} ${legendTop})` }, legend.content),
		textLines(footer, room, foot, 16, { 'font-size': 12 })
	];
	return element(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			width: picture.width,
			height: Math.round((picture.width * height) / page),
			viewBox: `0 0 ${page} ${height}`,
			role: 'img',
			'aria-labelledby': `${id}-title`,
			'aria-describedby': `${id}-desc`,
			'font-family': fonts,
			fill: inks.text
		},
		parts.join('')
	);
}

function textLines(
	lines: readonly string[],
	x: number,
	y: number,
	step: number,
	attributes: Record<string, string | number>
): string {
	return lines
		.map((line, i) => element('text', { x, y: y + i * step, ...attributes }, escapeXml(line)))
		.join('');
}

/** Classes with a swatch, points with their mark, each with its count; below or beside each other. */
function drawLegend(id: string, legend: MapLegend, columns: 1 | 2) {
	const swatches = legend.entries.map(({ cls, label, count }, i) => {
		const fill = cellFill(id, cls, 'attributes');
		const y = (i + 1) * step;
		const box = { x: 0, y, width: 26, height: 16, fill, stroke: inks.coast, 'stroke-width': 0.8 };
		return element('rect', box) + legendText(`${label} (${count})`, y);
	});
	const marks = legend.points.map(({ status, label, count }, i) => {
		const y = (i + 1) * step;
		const mark = {
			...markAttributes(status, 'attributes', 1.4),
			d: pointShape(status, 13, y + 8, 6)
		};
		return element('path', mark) + legendText(`${label} (${count})`, y);
	});
	const classHeight = (swatches.length + 1) * step;
	const pointHeight = marks.length > 0 ? (marks.length + 1) * step : 0;
	const place = columns === 1 ? `translate(0 ${classHeight + 8})` : 'translate(424 0)';
	const points = legendHeading(legend.pointHeading) + marks.join('');
	return {
		content:
			legendHeading(legend.heading) +
			swatches.join('') +
			(marks.length > 0 ? element('g', { transform: place }, points) : ''),
		height: columns === 1 ? classHeight + 8 + pointHeight : Math.max(classHeight, pointHeight)
	};
}

/** Height of a line of the legend. */
const step = 21;

const legendHeading = (text: string) =>
	element('text', { x: 0, y: 13, 'font-size': 13.5, 'font-weight': 'bold' }, escapeXml(text));

const legendText = (text: string, y: number) =>
	element('text', { x: 34, y: y + 12.5, 'font-size': 12.5 }, escapeXml(text));

/** Breaks a line between words so that none has more than `most` characters (a word may). */
export function wrap(text: string, most: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/).filter(Boolean)) {
		const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
		if (lines.length > 0 && longer.length <= most) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}
