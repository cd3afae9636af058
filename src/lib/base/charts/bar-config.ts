import type { ChartConfiguration } from 'chart.js';
import { baseOptions } from './base-options.ts';
import { barLength } from './bar-length.ts';
import { barValues, valueRoom } from './bar-values.ts';
import { breakLines } from './break-lines.ts';
import type { BarChart, ChartPalette } from './types.ts';
import { unitText } from './value-text.ts';

type BarValue = number | [number, number] | null;
export type BarConfig = ChartConfiguration<'bar', BarValue[], string | string[]>;

/** Longer names beside a bar go on over several lines, so that a narrow screen keeps room for the bars. */
const LABEL_LENGTH = 18;

/** A bar chart as Chart.js draws it. Series differ in colour and in fill: whole, or outlined. */
export function barConfig(chart: BarChart, palette: ChartPalette): BarConfig {
	const base = baseOptions(palette, chart.y);
	const { valueAxis } = base;
	const categoryAxis = {
		type: 'category' as const,
		stacked: chart.stacked ?? false,
		grid: { display: false },
		border: { color: palette.line },
		ticks: {
			color: palette.text,
			autoSkip: false,
			font: { family: palette.font, size: 13 }
		},
		title: {
			display: chart.x.label !== '',
			text: chart.x.label,
			color: palette.quiet,
			font: { family: palette.font, size: 13 }
		}
	};
	const values = { ...valueAxis, stacked: chart.stacked ?? false };
	return {
		type: 'bar',
		data: {
			labels: chart.categories.map((name) => (chart.horizontal ? linesOf(name) : name)),
			datasets: chart.series.map(({ label, look, values: data }) => ({
				label,
				data: [...data],
				borderColor: palette.inks[look.ink],
				backgroundColor: look.dash === 'solid' ? palette.inks[look.ink] : palette.paper,
				borderWidth: 2,
				borderSkipped: false,
				// Wide enough for a number of five figures inside a part.
				maxBarThickness: chart.stacked && !chart.horizontal ? 64 : 40
			}))
		},
		plugins: [barValues(chart, palette)],
		options: {
			...base.options,
			layout: { padding: valueRoom(chart) },
			indexAxis: chart.horizontal ? 'y' : 'x',
			scales: chart.horizontal ? { x: values, y: categoryAxis } : { x: categoryAxis, y: values },
			plugins: {
				...base.plugins,
				tooltip: {
					...base.plugins.tooltip,
					callbacks: {
						label: ({ dataset, raw }) =>
							` ${dataset.label ?? ''}: ${unitText(barLength(raw), chart.y)}`
					}
				}
			}
		}
	};
}

const linesOf = (name: string) => breakLines(name, (line) => line.length <= LABEL_LENGTH);
