import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	Filler,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	TimeScale,
	Tooltip
} from 'chart.js';
import annotation from 'chartjs-plugin-annotation';
import 'chartjs-adapter-date-fns';
import { barConfig } from './bar-config.ts';
import { lineConfig } from './line-config.ts';
import { readPalette } from './palette.ts';
import type { ChartPalette, ChartSpec } from './types.ts';

Chart.register(
	BarController,
	BarElement,
	CategoryScale,
	Filler,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	TimeScale,
	Tooltip,
	annotation
);

/** A chart that stands on a canvas. */
export interface DrawnChart {
	destroy(): void;
	/** Fits the chart to its box again, or to a width in pixels for paper. */
	fit(width?: number): void;
}

/** Draws a chart on a canvas, in the colours of where it stands. The one place that makes a Chart. */
export function drawChart(canvas: HTMLCanvasElement, spec: ChartSpec): DrawnChart {
	const chart = create(canvas, spec, readPalette(canvas));
	return {
		destroy: () => chart.destroy(),
		fit: (width) => (width === undefined ? chart.resize() : chart.resize(width, chart.height))
	};
}

/** The chart as an image of its own, `width` × `height` in pixels, at twice that sharpness. */
export function chartImage(
	spec: ChartSpec,
	palette: ChartPalette,
	width: number,
	height: number
): HTMLCanvasElement {
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	const chart = create(canvas, spec, palette, true);
	const image = document.createElement('canvas');
	image.width = canvas.width;
	image.height = canvas.height;
	image.getContext('2d')?.drawImage(canvas, 0, 0);
	chart.destroy();
	return image;
}

function create(
	canvas: HTMLCanvasElement,
	spec: ChartSpec,
	palette: ChartPalette,
	picture = false
): { destroy(): void; resize(width?: number, height?: number): void; height: number } {
	const fixed = { responsive: false, devicePixelRatio: 2 };
	if (spec.kind === 'line') {
		const config = lineConfig(spec, palette);
		if (picture) config.options = { ...config.options, ...fixed };
		return new Chart(canvas, config);
	}
	const config = barConfig(spec, palette);
	if (picture) config.options = { ...config.options, ...fixed };
	return new Chart(canvas, config);
}
