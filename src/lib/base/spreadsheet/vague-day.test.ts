import { describe, expect, it } from 'vitest';
import type { Cell } from './spreadsheet.ts';
import { readVagueDay } from './vague-day.ts';

const read = (cell: Cell) =>
	readVagueDay(cell, { from1904: false, order: null, today: '2022-01-31' });

describe('a day that may be vague', () => {
	it.each<[Cell, string, string]>([
		['2021', '2021-12-31', 'year'],
		[2021, '2021-12-31', 'year'],
		['in 2020', '2020-12-31', 'year'],
		['september 2021', '2021-09-30', 'month'],
		['Sept. 2021', '2021-09-30', 'month'],
		['2021-02', '2021-02-28', 'month'],
		['02-2020', '2020-02-29', 'month'],
		['1 september 2021', '2021-09-01', 'day'],
		[{ day: '2021-09-01' }, '2021-09-01', 'day'],
		// What runs still is certain today only, and what is to come is left to be refused.
		['2022', '2022-01-31', 'year'],
		['2023', '2023-12-31', 'year']
	])('%j is the last day of what it says', (cell, day, precision) => {
		expect(read(cell)).toEqual({ day, precision });
	});

	it('is nothing when empty, and unreadable when it is no day', () => {
		expect(read(null)).toEqual({ day: null, precision: 'day' });
		expect(read('voorjaar 2021')).toEqual({ unreadable: 'voorjaar 2021' });
		expect(read('13-2021')).toEqual({ unreadable: '13-2021' });
		expect(read('3/4/2021')).toEqual({ ambiguous: ['2021-04-03', '2021-03-04'] });
	});
});
