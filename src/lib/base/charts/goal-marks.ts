import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import { breakLines } from './break-lines.ts';
import { BESIDE, LEFT, shiftOfDay, sideOfDay, sideOfLevel } from './goal-places.ts';
import type { ChartGoal, ChartPalette, LineChart } from './types.ts';

/** Where there is less room than this, in pixels, the legend alone says what an upright line is. */
const NARROW = 480;
/** Characters of a line of text in a narrow chart. */
const NARROW_LINE = 9;

/** Pixels under or over its mark, of a text in a narrow chart. */
const BELOW = 12;

type Entry = [string, AnnotationOptions];

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
					xAdjust: -LEFT,
					yAdjust: ({ chart: drawn }) => shiftOfDay(chart, { to, label }, drawn),
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
