import type { DayNumber } from '#lib/base/day/day-number.ts';
import { ChangeSums } from './change-sums.ts';
import type { ProvinceChange } from './types.ts';

/** Something counts in a province (the digits of its code) on the days `from` ≤ day < `to`. */
export type CountSpan = (province: number, from: DayNumber, to: DayNumber, weight: number) => void;

/** What begins to count rises on its first day and falls on the day after its last. */
export function factChanges(countAll: (count: CountSpan) => void): ProvinceChange[] {
	const sums = new ChangeSums();
	countAll((province, from, to, weight) => {
		sums.add(province, from, weight);
		sums.add(province, to, -weight);
	});
	return sums.list((provinceCode, day, change) => ({ provinceCode, day, change }));
}
