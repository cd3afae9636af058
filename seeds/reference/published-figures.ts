import type { Day } from '#lib/base/day/day.ts';
import type { Files } from './files.ts';

/**
 * The last day that a published date can mean: a year-end for "2020", a month-end for "2021-11",
 * the end of the last part for "2019-2021" and "2021-01-01/2021-04-28".
 */
export function lastDayOf(dated: string): Day {
	const last = /^\d{4}-\d{4}$/.test(dated) ? dated.slice(5) : (dated.split('/').at(-1) ?? dated);
	if (last.length === 10) return last;
	if (last.length === 4) return `${last}-12-31`;
	const [year, month] = last.split('-').map(Number);
	return new Date(Date.UTC(year ?? 0, month ?? 0, 0)).toISOString().slice(0, 10);
}

/** Published figures as rows; the few statements that are not a number are left to the events. */
export function publishedFigureRows(files: Pick<Files, 'publishedFigures'>) {
	return files.publishedFigures.flatMap(({ date, value, ...figure }) => {
		const number = Number(value.replace(/^>/, ''));
		if (!Number.isFinite(number)) return [];
		return [
			{ ...figure, dated: date, appliesOn: lastDayOf(date), value: number, valueText: value }
		];
	});
}
