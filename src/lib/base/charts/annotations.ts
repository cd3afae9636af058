import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import { goalDay, goalMarks } from './goal-marks.ts';
import { hatchPattern } from './hatch.ts';
import { rowsOfSigns, SIGN } from './moment-signs.ts';
import type { ChartPalette, ChartPeriod, LineChart } from './types.ts';

/** Periods, incomplete days, moments and goals of a chart as annotations of Chart.js. */
export function annotationsOf(
	chart: LineChart,
	palette: ChartPalette
): Record<string, AnnotationOptions> {
	const { periods = [], moments = [], goals = [], incomplete, today } = chart;
	const entries: [string, AnnotationOptions][] = [
		...periods.map((period, i): [string, AnnotationOptions] => [
			`period-${i}`,
			{
				type: 'box',
				xMin: period.from,
				xMax: period.to,
				backgroundColor: `${palette.inks.grey}2e`,
				borderWidth: 0,
				drawTime: 'beforeDraw'
			}
		]),
		...(incomplete ? [incompleteDays(incomplete, palette)] : []),
		...(today ? [todayLine(today, moments.length > 0, palette)] : []),
		...momentLines(chart, moments, palette),
		...goals.flatMap((goal, i) =>
			goal.value === null
				? goalDay(chart, goal, i, palette)
				: goalMarks(chart, goal, goal.value, i, palette)
		)
	];
	return Object.fromEntries(entries);
}

/** Hatched under the lines, so that it differs from a period by more than its shade. */
function incompleteDays(
	{ from, to }: ChartPeriod,
	palette: ChartPalette
): [string, AnnotationOptions] {
	return [
		'incomplete',
		{
			type: 'box',
			xMin: from,
			xMax: to,
			backgroundColor: ({ chart }) => hatchPattern(chart.ctx, palette.text, palette.paper),
			borderColor: palette.text,
			borderWidth: 1,
			borderDash: [2, 2],
			drawTime: 'beforeDraw'
		}
	];
}

/** A whole line with its name beside it: above, or at the foot where signs of moments stand above. */
function todayLine(
	{ on, label }: NonNullable<LineChart['today']>,
	hasSigns: boolean,
	palette: ChartPalette
): [string, AnnotationOptions] {
	return [
		'today',
		{
			type: 'line',
			scaleID: 'x',
			value: on,
			borderColor: palette.text,
			borderWidth: 1.5,
			drawTime: 'beforeDatasetsDraw',
			label: {
				display: true,
				content: label,
				position: hasSigns ? 'end' : 'start',
				xAdjust: label.length * 4 + 6,
				color: palette.text,
				backgroundColor: `${palette.paper}d9`,
				padding: 3,
				font: { family: palette.font, size: 12, weight: 'bold' }
			}
		}
	];
}

function momentLines(
	lines: LineChart,
	moments: NonNullable<LineChart['moments']>,
	palette: ChartPalette
): [string, AnnotationOptions][] {
	return moments.map(({ on, sign }, i) => [
		`moment-${i}`,
		{
			type: 'line',
			scaleID: 'x',
			value: on,
			borderColor: palette.quiet,
			borderWidth: 1,
			borderDash: [2, 3],
			drawTime: 'beforeDatasetsDraw',
			label: {
				display: true,
				content: sign,
				position: 'start',
				yAdjust: ({ chart }) => (rowsOfSigns(lines, chart.width)[i] ?? 0) * SIGN.height,
				color: palette.text,
				backgroundColor: palette.paper,
				borderColor: palette.quiet,
				borderWidth: 1,
				borderRadius: 8,
				padding: { x: 4, y: 1 },
				font: { family: palette.font, size: 11 }
			}
		}
	]);
}
