import { barLength } from './bar-length.ts';
import type { BarChart } from './types.ts';
import { valueText } from './value-text.ts';

/** Whether bars are drawn between two values instead of from zero. */
export const isFloating = ({ series }: BarChart): boolean =>
	series.some(({ values }) => values.some((value) => Array.isArray(value)));

/**
 * Whether parts stand on each other and add up. Bars that float do not, and where each bar is of one
 * series only its value is the total already.
 */
export const isStack = (chart: BarChart): boolean =>
	chart.stacked === true &&
	!isFloating(chart) &&
	chart.categories.some(
		(_, index) => chart.series.filter(({ values }) => barLength(values[index]) !== 0).length > 1
	);

/** All parts of a stack together. */
export const totalOf = ({ series }: BarChart, index: number): number =>
	series.reduce((sum, { values }) => sum + barLength(values[index]), 0);

/** What a stack carries at its end: all its parts, also those that are too thin for a value of their own. */
export function totalText(chart: BarChart, index: number): string {
	const total = totalOf(chart, index);
	return total === 0 ? '' : valueText(total, chart.y.format);
}
