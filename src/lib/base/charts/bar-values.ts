import { BarElement, type Chart, type Plugin } from 'chart.js';
import { barLength } from './bar-length.ts';
import { isFloating, isStack, totalText } from './stack.ts';
import type { BarChart, ChartPalette } from './types.ts';
import { valueText } from './value-text.ts';

/** Between a bar and its value, in pixels. */
const GAP = 5;

/** Room that values take beside the longest bar. */
export const valueRoom = ({ horizontal = false }: BarChart) =>
	horizontal ? { top: 10, right: 64 } : { top: 22, right: 14 };

/** The value that a bar carries; nothing where there is no bar, or a bar without length. */
export function barText(value: unknown, { y }: BarChart): string {
	const length = barLength(value);
	return value === null || value === undefined || length === 0 ? '' : valueText(length, y.format);
}

/**
 * Writes its value at the end of each bar. In a stack it stands inside the part, where that is large enough,
 * and the total at the end; a floating bar that is too small has its value behind it.
 */
export function barValues(chart: BarChart, palette: ChartPalette): Plugin<'bar'> {
	return {
		id: 'bar-values',
		afterDatasetsDraw: (drawn) => writeValues(drawn, chart, palette)
	};
}

function writeValues(drawn: Chart, chart: BarChart, palette: ChartPalette) {
	const { ctx } = drawn;
	ctx.save();
	ctx.font = `600 12px ${palette.font}`;
	ctx.textBaseline = 'middle';
	const hasTotals = isStack(chart);
	const mayBeInside = hasTotals || isFloating(chart);
	chart.series.forEach(({ look, values }, dataset) => {
		const onBar = look.dash === 'solid' ? palette.paper : palette.text;
		const inside = mayBeInside ? onBar : null;
		drawn.getDatasetMeta(dataset).data.forEach((bar, index) => {
			const text = barText(values[index], chart);
			if (text === '' || !(bar instanceof BarElement)) return;
			writeValue(ctx, { bar, text, inside, beside: hasTotals ? null : palette.text }, chart);
		});
	});
	if (hasTotals) writeTotals(drawn, chart, palette.text);
	ctx.restore();
}

function writeTotals(drawn: Chart, chart: BarChart, ink: string) {
	drawn.ctx.fillStyle = ink;
	chart.categories.forEach((_, index) => {
		const text = totalText(chart, index);
		const ends = chart.series.flatMap(({ values }, dataset) => {
			const bar = drawn.getDatasetMeta(dataset).data[index];
			return barLength(values[index]) !== 0 && bar ? [bar.getProps(['x', 'y'], true)] : [];
		});
		if (text === '' || ends.length === 0) return;
		const x = Math.max(...ends.map((end) => end.x));
		const y = Math.min(...ends.map((end) => end.y));
		drawn.ctx.textAlign = chart.horizontal ? 'left' : 'center';
		drawn.ctx.fillText(text, chart.horizontal ? x + GAP : x, chart.horizontal ? y : y - GAP - 5);
	});
}

interface BarValue {
	bar: BarElement;
	text: string;
	/** Colours of a text on the bar, and next to it; null where no text may stand there. */
	inside: string | null;
	beside: string | null;
}

function writeValue(
	ctx: CanvasRenderingContext2D,
	{ bar, text, inside, beside }: BarValue,
	chart: BarChart
) {
	const { horizontal = false } = chart;
	const { base, width, height, ...end } = bar.getProps(['x', 'y', 'base', 'width', 'height'], true);
	const [x, y] = [end.x ?? 0, end.y ?? 0];
	const size = ctx.measureText(text).width;
	const fits = horizontal ? Math.abs(x - base) >= size + 6 : height >= 14 && width >= size + 2;
	if (inside !== null && fits) {
		ctx.fillStyle = inside;
		ctx.textAlign = 'center';
		ctx.fillText(text, horizontal ? (x + base) / 2 : x, horizontal ? y : (y + base) / 2);
		return;
	}
	if (beside === null) return;
	ctx.fillStyle = beside;
	if (horizontal) {
		ctx.textAlign = x < base ? 'right' : 'left';
		ctx.fillText(text, x + (x < base ? -GAP : GAP), y);
	} else if (width >= size - 6) {
		ctx.textAlign = 'center';
		ctx.fillText(text, x, y + (y > base ? GAP + 5 : -GAP - 5));
	}
}
