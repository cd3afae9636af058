import { barLength } from './bar-length.ts';
import type { BarChart } from './types.ts';
import { valueText } from './value-text.ts';

/** Whether parts stand on each other and add up; bars that float between two values do not. */
export const isStack = ({ stacked = false, series }: BarChart): boolean =>
	stacked && !series.some(({ values }) => values.some((value) => Array.isArray(value)));

/** All parts of a stack together. */
export const totalOf = ({ series }: BarChart, index: number): number =>
	series.reduce((sum, { values }) => sum + barLength(values[index]), 0);

/** What a stack carries at its end: all its parts, also those that are too thin for a value of their own. */
export function totalText(chart: BarChart, index: number): string {
	const total = totalOf(chart, index);
	return total === 0 ? '' : valueText(total, chart.y.format);
}
