import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import { breakLines } from './break-lines.ts';
import type { ChartGoal, ChartPalette, LineChart } from './types.ts';
import { xValue } from './x-value.ts';

/** Where there is less room than this, in pixels, the legend alone says what an upright line is. */
const NARROW = 480;
/** Characters of a line of text in a narrow chart. */
const NARROW_LINE = 9;

/** Beyond this share of the axis a text at the right of a mark would be cut off, in a narrow chart sooner. */
const AT_THE_END = 0.8;
const HALFWAY = 0.5;

/** Pixels between a mark and its text. */
const BESIDE = 10;
const BELOW = 12;

type Entry = [string, AnnotationOptions];

/** What each line says on a day: its last value until then. */
function valuesOn({ series }: LineChart, day: string): number[] {
	const at = xValue(day);
	return series.flatMap(({ points }) => {
		const value = points.findLast(({ x, y }) => xValue(x) <= at && y !== null)?.y;
		return typeof value === 'number' ? [value] : [];
	});
}

/** Where the text along an upright line covers no other line: above them all, or below. */
export function sideOfDay(chart: LineChart, day: string): 'start' | 'end' {
	const all = chart.series.flatMap(({ points }) => points.map(({ y }) => y ?? 0));
	const top = chart.y.max ?? Math.max(1, ...all);
	const here = valuesOn(chart, day);
	if (here.length === 0) return 'end';
	return top - Math.max(...here) > Math.min(...here) ? 'start' : 'end';
}

/**
 * Where the text of a level covers no line, seen from its mark: below it when the lines have passed
 * it by then, else above; to the right, unless the axis ends there.
 */
export function sideOfLevel(
	chart: LineChart,
	{ to, value }: Pick<ChartGoal, 'to' | 'value'>
): { right: boolean; early: boolean; below: boolean } {
	const days = chart.series.flatMap(({ points }) => points.map(({ x }) => xValue(x)));
	const from = xValue(chart.x.min ?? Math.min(...days));
	const until = xValue(chart.x.max ?? Math.max(...days));
	const share = (xValue(to) - from) / Math.max(1, until - from);
	return {
		right: share <= AT_THE_END,
		early: share <= HALFWAY,
		below: valuesOn(chart, to).every((here) => here >= (value ?? 0))
	};
}

/** Of a goal without a value: the day on which it is due. */
export function goalDay(
	chart: LineChart,
	{ to, label }: ChartGoal,
	index: number,
	palette: ChartPalette
): Entry[] {
	const ink = palette.inks.red;
	return [
		[
			`goal-${index}`,
			{
				type: 'line',
				scaleID: 'x',
				value: to,
				borderColor: ink,
				borderWidth: 2,
				borderDash: [3, 3],
				drawTime: 'beforeDatasetsDraw',
				label: {
					display: ({ chart: drawn }) => drawn.width > NARROW,
					content: label,
					rotation: -90,
					position: sideOfDay(chart, to),
					xAdjust: -9,
					color: ink,
					backgroundColor: `${palette.paper}d9`,
					padding: 2,
					font: { family: palette.font, size: 12 }
				}
			}
		]
	];
}

/** Of a goal with a value: its level from when it was set, a mark where it is due, and what it is. */
export function goalMarks(
	chart: LineChart,
	goal: ChartGoal,
	value: number,
	index: number,
	palette: ChartPalette
): Entry[] {
	const ink = palette.inks.red;
	const { from, to } = goal;
	return [
		[
			`goal-${index}`,
			{
				type: 'line',
				xMin: from,
				xMax: to,
				yMin: value,
				yMax: value,
				borderColor: ink,
				borderWidth: 2,
				borderDash: [3, 3]
			}
		],
		[
			`goal-end-${index}`,
			{
				type: 'point',
				xValue: to,
				yValue: value,
				pointStyle: 'rectRot',
				radius: 6,
				backgroundColor: palette.paper,
				borderColor: ink,
				borderWidth: 2
			}
		],
		[`goal-text-${index}`, levelText(chart, goal, value, palette)]
	];
}

/** Beside its mark; in a narrow chart without room there under or over it, in short lines. */
function levelText(
	chart: LineChart,
	goal: ChartGoal,
	value: number,
	palette: ChartPalette
): AnnotationOptions<'label'> {
	const { right, early, below } = sideOfLevel(chart, goal);
	const narrow = ({ chart: drawn }: { chart: { width: number } }) =>
		drawn.width <= NARROW && !early;
	const lines = breakLines(goal.label, ({ length }) => length <= NARROW_LINE);
	const besideMark = right ? BESIDE : -BESIDE;
	// Centred under a mark at the end of the axis, half of it would lie outside the chart.
	const underMark = right ? 0 : BESIDE;
	return {
		type: 'label',
		xValue: goal.to,
		yValue: value,
		content: (context) => (narrow(context) ? lines : goal.label),
		position: (context) => ({
			x: narrow(context) && right ? 'center' : right ? 'start' : 'end',
			y: below ? 'start' : 'end'
		}),
		xAdjust: (context) => (narrow(context) ? underMark : besideMark),
		yAdjust: (context) => {
			const distance = narrow(context) ? BELOW : 0;
			return below ? distance : -distance;
		},
		color: palette.inks.red,
		backgroundColor: `${palette.paper}d9`,
		padding: 2,
		font: { family: palette.font, size: 12, weight: 'bold' }
	};
}
