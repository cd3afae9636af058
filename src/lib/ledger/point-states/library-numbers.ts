import type { DayNumber } from '#lib/base/day/day-number.ts';
import type { Columns } from './columns.ts';

/** All library organisations. */
export type LibraryNumbers = Columns<LibraryColumn>;

export const LIBRARY_COLUMNS = [
	'id',
	/** The digits of the code of its province. */
	'province',
	/** Its place in `COHORTS`, from 1. */
	'cohort',
	'activeFrom',
	'activeTo'
] as const;
export type LibraryColumn = (typeof LIBRARY_COLUMNS)[number];

/** The rows of the libraries with these ids (null: all) that exist on D, or on any day with null. */
export function librariesOn(
	{ id, activeFrom, activeTo }: LibraryNumbers,
	ids: ReadonlySet<number> | null,
	on: DayNumber | null
): number[] {
	const rows: number[] = [];
	for (let row = 0; row < id.length; row++) {
		if (on !== null && (activeFrom[row]! > on || activeTo[row]! <= on)) continue;
		if (ids === null || ids.has(id[row]!)) rows.push(row);
	}
	return rows;
}
