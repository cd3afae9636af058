import type { Chart, Plugin } from 'chart.js';
import type { ChartPalette, ChartSeries, LineChart } from './types.ts';
import { valueText } from './value-text.ts';

/** Where there is less room than this, in pixels, names are short and stand over the end of their line. */
export const NARROW = 560;
/** Room at the right for names of lines that end there. */
const ROOM = 190;
/** Height of a name. */
const LINE = 17;
/** Between the end of a line and the name beside it. */
const BESIDE = 9;

/** A point of a drawn line, in pixels. */
type Place = Pick<EndLabel, 'x' | 'y'>;

/** A name to write: where its line ends, in pixels, and how wide it is. */
export interface EndLabel {
	x: number;
	y: number;
	width: number;
}

/**
 * How high each name stands: beside the end of its line, moved down just so far that no two names
 * cover each other, and up again where that would leave the chart. In the order in which they came.
 */
export function placeEndLabels(labels: readonly EndLabel[], bottom: number): number[] {
	const order = labels.map((_, index) => index);
	order.sort((a, b) => (labels[a]?.y ?? 0) - (labels[b]?.y ?? 0));
	const heights = labels.map(({ y }) => y);
	const besides = (a: EndLabel, b: EndLabel) => a.x < b.x + b.width && b.x < a.x + a.width;
	const clash = (index: number, other: number, direction: 1 | -1) => {
		const [one, two] = [labels[index], labels[other]];
		if (!one || !two || !besides(one, two)) return;
		const gap = ((heights[index] ?? 0) - (heights[other] ?? 0)) * direction;
		if (gap < LINE) heights[index] = (heights[other] ?? 0) + LINE * direction;
	};
	order.forEach((index, at) => order.slice(0, at).forEach((other) => clash(index, other, 1)));
	const upwards = order.toReversed();
	upwards.forEach((index, at) => {
		heights[index] = Math.min(heights[index] ?? 0, bottom);
		upwards.slice(0, at).forEach((other) => clash(index, other, -1));
	});
	return heights;
}

/** Where a name stands under which another line runs on, level: above that line, which goes on to be read. */
export function liftOver({ x, y, width }: EndLabel, lines: readonly (readonly Place[])[]): number {
	const under = lines
		.map((line) => line.filter((place) => place.x >= x && place.x <= x + width))
		.filter((line) => line.every((place) => Math.abs(place.y - y) < LINE));
	return Math.min(y, ...under.flat().map((place) => place.y - LINE));
}

/** Lines are named at their ends when there are several, or when their last value is the story. */
export const namesEnds = ({ small = false, series }: LineChart): boolean =>
	!small && series.length > 1;

/** Padding of a chart whose lines are named at their ends. */
export const endRoom = (chart: LineChart, width: number): number =>
	namesEnds(chart) && width > NARROW ? ROOM : 14;

/**
 * Where a short name stands on a narrow chart: over the end of its line and to the left of it, as far as the
 * chart goes; the others then keep it from covering them as they keep each other. Of a line that ends at the
 * top of the chart the name stands beside its end, where there is room for it.
 */
export function overEnd(end: Place, width: number, chartWidth: number): EndLabel {
	const over = end.y - LINE * 0.8;
	const top = LINE / 2;
	if (over < top && end.x + BESIDE + width <= chartWidth) {
		return { x: end.x + BESIDE, y: Math.max(end.y, top), width };
	}
	const right = Math.min(end.x + 4, chartWidth - 2);
	return { x: Math.max(right - width, 0), y: Math.max(over, top), width };
}

/** Writes the name and the last value of each line beside its end; on a narrow chart a short name over it. */
export function endLabels(chart: LineChart, palette: ChartPalette): Plugin<'line'> {
	return {
		id: 'end-labels',
		afterDatasetsDraw(drawn) {
			if (namesEnds(chart)) writeEnds(drawn, chart, palette);
		}
	};
}

function writeEnds(drawn: Chart, chart: LineChart, palette: ChartPalette) {
	const { ctx, chartArea } = drawn;
	ctx.save();
	const narrow = drawn.width <= NARROW;
	ctx.font = `600 ${narrow ? 12 : 13}px ${palette.font}`;
	ctx.textBaseline = 'middle';
	ctx.lineJoin = 'round';
	ctx.lineWidth = 4;
	ctx.strokeStyle = palette.paper;
	const drawnPoints = ({ label, points }: ChartSeries) => {
		const dataset = drawn.data.datasets.findIndex((one) => one.label === label);
		const marks = drawn.getDatasetMeta(dataset).data;
		return marks.filter((_, index) => (points[index]?.y ?? null) !== null);
	};
	const ends = chart.series.flatMap((series) => {
		const { label, end, look, points } = series;
		const value = points.findLast(({ y }) => y !== null)?.y;
		const mark = drawnPoints(series).at(-1);
		if (value === undefined || value === null || !mark) return [];
		const name = end ?? label;
		const text = narrow ? name : `${name} ${valueText(value, chart.y.format)}`;
		const width = ctx.measureText(text).width;
		const ink = palette.inks[look.ink];
		if (narrow) return [{ text, ink, ...overEnd(mark, width, drawn.width) }];
		const x = Math.min(mark.x + BESIDE, drawn.width - width - 2);
		const others = chart.series.filter((one) => one !== series).map(drawnPoints);
		const y = liftOver({ x: mark.x + BESIDE, y: mark.y, width }, others);
		return [{ text, ink, x, y, width }];
	});
	const heights = placeEndLabels(ends, chartArea.bottom - LINE / 2);
	ends.forEach(({ text, ink, x }, index) => {
		const y = heights[index] ?? 0;
		ctx.strokeText(text, x, y);
		ctx.fillStyle = ink;
		ctx.fillText(text, x, y);
	});
	ctx.restore();
}
