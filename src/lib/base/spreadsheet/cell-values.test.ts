import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, formatDay } from '#lib/base/day/day.ts';
import { cellText, readDayCell, readIntegerCell } from './cell-values.ts';
import type { Cell } from './spreadsheet.ts';

const plain = { from1904: false, order: null } as const;
const anyDay = fc.integer({ min: 0, max: 18_000 }).map((days) => addDays('2000-01-01', days));

describe('a day in a cell', () => {
	it.each<[Cell, string]>([
		[{ day: '2021-03-04' }, '2021-03-04'],
		['4-3-2021', '2021-03-04'],
		['04.03.21', '2021-03-04'],
		['2021-03-04', '2021-03-04'],
		['2021-03-04T00:00:00Z', '2021-03-04'],
		['2021-03-04 00:00:00.000', '2021-03-04'],
		['4 mrt 2021', '2021-03-04'],
		['31/12/21', '2021-12-31'],
		['12/31/2021', '2021-12-31'],
		['3/3/2021', '2021-03-03'],
		[44_259, '2021-03-04'],
		[44_259.75, '2021-03-04'],
		['44259', '2021-03-04']
	])('%o is %s', (cell, day) => {
		expect(readDayCell(cell, plain)).toEqual({ day });
	});

	it.each<Cell>([null, '', '  '])('%o is none', (cell) => {
		expect(readDayCell(cell, plain)).toEqual({ day: null });
	});

	it.each<Cell>(['gauw', '30-2-2021', 'Q3 2021', '2021', 2021, -1, 1e12, true, '13/13/2021'])(
		'%o cannot be read',
		(cell) => {
			expect(readDayCell(cell, plain)).toHaveProperty('unreadable');
		}
	);

	it('is never guessed where the day and the month can change places', () => {
		const both = ['2021-04-03', '2021-03-04'];
		expect(readDayCell('3/4/2021', plain)).toEqual({ ambiguous: both });
		expect(readDayCell('3/4/21', { ...plain, order: 'day_first' })).toEqual({ day: both[0] });
		expect(readDayCell('3/4/21', { ...plain, order: 'month_first' })).toEqual({ day: both[1] });
	});

	it('is the same in both date systems, and however it is written', () => {
		fc.assert(
			fc.property(anyDay, (day) => {
				const number = Math.round((Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000);
				const read = (cell: Cell, from1904 = false) => readDayCell(cell, { ...plain, from1904 });
				for (const cell of [day, { day }, number, formatDay(day, 'nl'), formatDay(day, 'en')]) {
					expect(read(cell)).toEqual({ day });
				}
				// The same day in the system that begins four years and a day later.
				if (number - 1_462 >= 36_526) expect(read(number - 1_462, true)).toEqual({ day });
			})
		);
	});

	it('with slashes is either of the two days that it can be, or both are told', () => {
		fc.assert(
			fc.property(anyDay, fc.boolean(), (day, american) => {
				const [year, month, date] = day.split('-').map(Number);
				const text = american ? `${month}/${date}/${year}` : `${date}/${month}/${year}`;
				const read = readDayCell(text, plain);
				expect('ambiguous' in read ? read.ambiguous : [Object.values(read)[0]]).toContain(day);
			})
		);
	});
});

describe('a whole number in a cell', () => {
	it('may be typed as a text', () => {
		expect(['12', ' 12 ', 12, '12,0', 12.5, '1,5', 'x', null].map(readIntegerCell)).toEqual([
			...[12, 12, 12, 12, null, null, null, null]
		]);
	});
});

describe('what a cell says', () => {
	it('is a text without spaces around it', () => {
		expect([' a ', 5, true, null, undefined, { day: '2021-01-01' }].map(cellText)).toEqual([
			...['a', '5', 'true', '', '', '2021-01-01']
		]);
	});
});
