import { breakLines } from './break-lines.ts';
import { HATCH_LINES } from './hatch.ts';
import { chartImage } from './draw-chart.ts';
import type { LegendEntry } from './legend.ts';
import { DASHES, shapePath } from './look.ts';
import { readPalette } from './palette.ts';
import type { ChartPalette, ChartPanel } from './types.ts';

/** What a picture of a figure says beside its charts. */
export interface PictureTexts {
	title: string;
	/** Under the title: the sentence, both dates, the filters. */
	lines: readonly string[];
	/** At the foot: definitions, source, address, "voorbeeldgegevens". */
	footer: readonly string[];
}

const WIDTH = 900;
const ROOM = 28;
const INNER = WIDTH - 2 * ROOM;
/** Everything is drawn twice as large, for paper. */
const SCALE = 2;

interface Pen {
	context: CanvasRenderingContext2D;
	palette: ChartPalette;
	/** How far down the picture is filled. */
	y: number;
}

/** A figure as PNG, in the colours of where `element` stands; complete without the page around it. */
export async function pictureOf(
	element: Element,
	panels: readonly ChartPanel[],
	legend: readonly LegendEntry[],
	texts: PictureTexts
): Promise<Blob> {
	const palette = readPalette(element);
	// Drawn twice: first to know how high it gets.
	const canvas = document.createElement('canvas');
	const height = drawAll(canvas, 10, panels, legend, texts, palette);
	drawAll(canvas, height, panels, legend, texts, palette);
	return new Promise((resolve, reject) => {
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
	});
}

function drawAll(
	canvas: HTMLCanvasElement,
	height: number,
	panels: readonly ChartPanel[],
	legend: readonly LegendEntry[],
	texts: PictureTexts,
	palette: ChartPalette
): number {
	canvas.width = WIDTH * SCALE;
	canvas.height = Math.ceil(height) * SCALE;
	const context = canvas.getContext('2d');
	if (!context) throw new Error('no canvas');
	context.scale(SCALE, SCALE);
	context.fillStyle = palette.paper;
	context.fillRect(0, 0, WIDTH, height);
	const pen: Pen = { context, palette, y: ROOM };
	write(pen, texts.title, 22, 'bold');
	for (const line of texts.lines) write(pen, line, 14);
	drawLegend(pen, legend);
	drawPanels(pen, panels);
	for (const line of texts.footer) write(pen, line, 12);
	return pen.y + ROOM / 2;
}

/** Writes a paragraph, broken between words, and moves the pen below it. */
function write(pen: Pen, text: string, size: number, weight = 'normal'): void {
	const { context, palette } = pen;
	context.font = `${weight} ${size}px ${palette.font}`;
	context.fillStyle = palette.text;
	for (const line of breakLines(text, (part) => context.measureText(part).width <= INNER)) {
		pen.y += size * 1.4;
		context.fillText(line, ROOM, pen.y - size * 0.35);
	}
	pen.y += size * 0.3;
}

const SAMPLE = 40;

function drawLegend(pen: Pen, legend: readonly LegendEntry[]): void {
	const { context, palette } = pen;
	let x = ROOM;
	pen.y += 18;
	for (const entry of legend) {
		context.font = `13px ${palette.font}`;
		const width = SAMPLE + 8 + context.measureText(entry.label).width + 22;
		if (x > ROOM && x + width > WIDTH - ROOM) {
			x = ROOM;
			pen.y += 20;
		}
		drawSample(pen, entry, x);
		context.fillStyle = palette.text;
		context.fillText(entry.label, x + SAMPLE + 8, pen.y + 4.5);
		x += width;
	}
	pen.y += 16;
}

function drawSample({ context, palette, y }: Pen, entry: LegendEntry, x: number): void {
	context.save();
	if (entry.swatch === 'area') {
		context.fillStyle = `${palette.inks[entry.ink]}33`;
		context.fillRect(x, y - 8, SAMPLE, 16);
	} else if (entry.swatch === 'hatch') {
		context.translate(x, y - 8);
		context.strokeStyle = palette.text;
		context.stroke(new Path2D(`${HATCH_LINES}M0 0h${SAMPLE}v16h${-SAMPLE}Z`));
	} else if (entry.swatch === 'sign') {
		context.strokeStyle = palette.quiet;
		context.stroke(new Path2D(shapePath('circle', x + SAMPLE / 2, y, 7.5)));
		context.fillStyle = palette.text;
		context.fillText('1', x + SAMPLE / 2 - 3.5, y + 4.5);
	} else {
		const ink = palette.inks[entry.look.ink];
		context.strokeStyle = ink;
		context.fillStyle = entry.swatch === 'bar' && entry.look.dash === 'solid' ? ink : palette.paper;
		context.lineWidth = 2;
		if (entry.swatch === 'line') {
			context.setLineDash(DASHES[entry.look.dash]);
			context.stroke(new Path2D(`M${x} ${y}h${SAMPLE}`));
			context.setLineDash([]);
		}
		const outline =
			entry.swatch === 'line'
				? shapePath(entry.look.shape, x + SAMPLE / 2, y, 4.5)
				: `M${x + 5} ${y - 6}h30v12h-30Z`;
		const shape = new Path2D(outline);
		context.fill(shape);
		context.stroke(shape);
	}
	context.restore();
}

/** One chart over the whole width, or several of one size in three columns. */
function drawPanels(pen: Pen, panels: readonly ChartPanel[]): void {
	const { context, palette } = pen;
	const columns = panels.length === 1 ? 1 : 3;
	const width = Math.floor((INNER - (columns - 1) * 16) / columns);
	const height = columns === 1 ? 440 : 170;
	panels.forEach(({ title, chart }, index) => {
		const column = index % columns;
		if (column === 0 && index > 0) pen.y += height + 34;
		const x = ROOM + column * (width + 16);
		if (title) {
			context.font = `bold 13px ${palette.font}`;
			context.fillStyle = palette.text;
			context.fillText(title, x, pen.y + 16);
		}
		const image = chartImage(chart, palette, width, height);
		context.drawImage(image, x, pen.y + (title ? 22 : 0), width, height);
	});
	pen.y += height + (columns === 1 ? 10 : 34);
}
