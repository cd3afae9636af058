import { FOREVER_NUMBER, toDay, toDayNumber, type DayNumber } from '#lib/base/day/day-number.ts';
import type { Day } from '#lib/base/day/day.ts';
import { PROVINCE_CODES } from '#lib/ledger/point-states/codes.ts';

/** Eleven years from here on are added up in an array, other days (there are hardly any) in a map. */
const FIRST_IN_ARRAY = toDayNumber('2018-01-01');
const DAYS_IN_ARRAY = 4_096;

interface Sums {
	array: Int32Array;
	others: Map<DayNumber, number>;
}

/** Adds up by how much something changes, per province (the digits of its code) and day. */
export class ChangeSums {
	readonly #provinces: (Sums | undefined)[] = [];

	/** What changes on a day that never comes does not change. */
	add(province: number, day: DayNumber, change: number): void {
		if (day === FOREVER_NUMBER) return;
		const sums = (this.#provinces[province] ??= {
			array: new Int32Array(DAYS_IN_ARRAY),
			others: new Map()
		});
		const at = day - FIRST_IN_ARRAY;
		if (at >= 0 && at < DAYS_IN_ARRAY) sums.array[at]! += change;
		else sums.others.set(day, (sums.others.get(day) ?? 0) + change);
	}

	/** What `make` makes of each change, per province in order of day; those that cancel out are none. */
	list<Change>(make: (provinceCode: string, day: Day, change: number) => Change): Change[] {
		const words = new Map<DayNumber, Day>();
		const inWords = (day: DayNumber) => {
			const word = words.get(day) ?? toDay(day);
			words.set(day, word);
			return word;
		};
		return PROVINCE_CODES.flatMap((provinceCode, province) =>
			changesOf(this.#provinces[province]).map(([day, change]) =>
				make(provinceCode, inWords(day), change)
			)
		);
	}
}

function changesOf(sums: Sums | undefined): [DayNumber, number][] {
	if (!sums) return [];
	const changes = [...sums.others].filter(([, change]) => change !== 0);
	sums.array.forEach((change, at) => {
		if (change !== 0) changes.push([FIRST_IN_ARRAY + at, change]);
	});
	return changes.sort(([one], [other]) => one - other);
}
