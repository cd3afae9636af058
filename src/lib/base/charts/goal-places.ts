import type { Chart, ChartArea, Scale } from 'chart.js';
import { rowsOfSigns, SIGN } from './moment-signs.ts';
import type { ChartGoal, LineChart } from './types.ts';
import { shiftAlong, type Stretch } from './upright-texts.ts';
import { xValue } from './x-value.ts';

/** Beyond this share of the axis a text at the right of a mark would be cut off, in a narrow chart sooner. */
const AT_THE_END = 0.8;
const HALFWAY = 0.5;

/** Pixels between a mark and its text. */
export const BESIDE = 10;
/** A bold text of twelve pixels: its height, and about what a character takes. */
const TEXT = 18;
const CHARACTER = 7;
/** Pixels that a text along an upright line stands to the left of it, and half its height. */
export const LEFT = 9;
const HALF = TEXT / 2;

/** As much of a drawn chart as says where something stands in it. */
export interface Drawn extends Pick<Chart, 'width'> {
	chartArea: Pick<ChartArea, 'top' | 'bottom'>;
	scales: Record<string, Pick<Scale, 'getPixelForValue'>>;
}

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

/** How far the text along the line of a day is moved, so that it covers no sign and no text of a level. */
export function shiftOfDay(
	chart: LineChart,
	{ to, label }: Pick<ChartGoal, 'to' | 'label'>,
	drawn: Drawn
): number {
	const side = sideOfDay(chart, to);
	const { top, bottom } = drawn.chartArea;
	const line = { from: top, to: bottom };
	const taken = takenAt(chart, to, drawn);
	const shift = shiftAlong(side, label.length * CHARACTER, line, taken);
	return side === 'start' ? shift : 0 - shift;
}

/** What stands where the text along the line of a day is written: signs of moments, texts of levels. */
function takenAt(chart: LineChart, day: string, { chartArea, scales, width }: Drawn): Stretch[] {
	// The axis of days counts from midnight where the reader is.
	const across = (on: string | number) =>
		scales['x']?.getPixelForValue(typeof on === 'number' ? on : Date.parse(`${on}T00:00`)) ?? 0;
	const middle = across(day) - LEFT;
	const covers = (from: number, to: number) => from < middle + HALF && to > middle - HALF;
	const rows = rowsOfSigns(chart, width);
	const signs = (chart.moments ?? []).flatMap(({ on }, index) => {
		if (!covers(across(on) - SIGN.width / 2, across(on) + SIGN.width / 2)) return [];
		const from = chartArea.top + (rows[index] ?? 0) * SIGN.height;
		return [{ from, to: from + SIGN.height }];
	});
	const levels = (chart.goals ?? []).flatMap((goal) => {
		if (goal.value === null) return [];
		const { right, below } = sideOfLevel(chart, goal);
		const length = goal.label.length * CHARACTER;
		const edge = across(goal.to) + (right ? BESIDE : -BESIDE);
		if (!covers(right ? edge : edge - length, right ? edge + length : edge)) return [];
		const level = scales['y']?.getPixelForValue(goal.value) ?? 0;
		return [{ from: below ? level : level - TEXT, to: below ? level + TEXT : level }];
	});
	return [...signs, ...levels];
}
