import { BarElement, type Chart, type Plugin } from 'chart.js';
import { barLength } from './bar-length.ts';
import type { BarChart, ChartPalette } from './types.ts';
import { valueText } from './value-text.ts';

/** Between a bar and its value, in pixels. */
const GAP = 5;

/** Room that values take beside the longest bar. */
export const valueRoom = ({ horizontal = false, stacked = false }: BarChart) =>
	stacked ? { top: 10, right: 14 } : horizontal ? { top: 10, right: 64 } : { top: 22, right: 14 };

/** The value that a bar carries; nothing where there is no bar, or a bar without length. */
export function barText(value: unknown, { y }: BarChart): string {
	const length = barLength(value);
	return value === null || value === undefined || length === 0 ? '' : valueText(length, y.format);
}

/** Writes its value at the end of each bar; in a stack inside the part, where that is large enough. */
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
	chart.series.forEach(({ look, values }, dataset) => {
		const inside = look.dash === 'solid' ? palette.paper : palette.text;
		drawn.getDatasetMeta(dataset).data.forEach((bar, index) => {
			const text = barText(values[index], chart);
			if (text === '' || !(bar instanceof BarElement)) return;
			ctx.fillStyle = chart.stacked ? inside : palette.text;
			writeValue(ctx, bar, text, chart);
		});
	});
	ctx.restore();
}

function writeValue(
	ctx: CanvasRenderingContext2D,
	bar: BarElement,
	text: string,
	{ horizontal = false, stacked = false }: BarChart
) {
	const { base, width, height, ...end } = bar.getProps(['x', 'y', 'base', 'width', 'height'], true);
	const [x, y] = [end.x ?? 0, end.y ?? 0];
	const size = ctx.measureText(text).width;
	if (stacked) {
		if (horizontal ? Math.abs(x - base) < size + 6 : height < 14 || width < size + 2) return;
		ctx.textAlign = 'center';
		ctx.fillText(text, horizontal ? (x + base) / 2 : x, horizontal ? y : (y + base) / 2);
	} else if (horizontal) {
		ctx.textAlign = x < base ? 'right' : 'left';
		ctx.fillText(text, x + (x < base ? -GAP : GAP), y);
	} else if (width >= size - 6) {
		ctx.textAlign = 'center';
		ctx.fillText(text, x, y + (y > base ? GAP + 5 : -GAP - 5));
	}
}
