import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Cell, Tables } from '#lib/base/spreadsheet/spreadsheet.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { loadWords } from './labels.ts';
import { readLoad } from './read-load.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const TODAY = '2022-01-31';
const tablesOf = (...rows: Cell[][]): Tables => ({
	...{ kind: 'xlsx', from1904: false },
	sheets: [{ name: 'Blad1', rows: rows.map((cells, at) => ({ number: at + 1, cells })) }]
});
const read = (tables: Tables, order: 'day_first' | 'month_first' | null = null) =>
	readLoad(tables, loadWords(), TODAY, order);
const OPENINGS: Cell[] = ['Bibliotheek', 'Locatie', 'Geopend op', 'Soort opening'];
const one = (...cells: Cell[]) => read(tablesOf(OPENINGS, cells))[0]!;

describe('the rows of a first file', () => {
	it('are found below a title, by headers in either language', () => {
		const dutch = tablesOf(['Openingen van ons POI'], [], OPENINGS, ['Hengelo', 'Centrum', 2021]);
		expect(read(dutch)).toMatchObject([{ library: 'Hengelo', point: 'Centrum', number: 4 }]);
		const english = tablesOf(['Library', 'Location', 'Opened on'], ['Hengelo', 'Centrum', '2021']);
		expect(read(english)[0]?.opening).toMatchObject({ precision: 'year' });
		expect(read(tablesOf(['Bibliotheek'], ['Hengelo']))).toEqual([]);
	});

	it('say nothing when only the library is filled in', () => {
		expect(read(tablesOf(OPENINGS, ['Hengelo', '', null, '  ']))).toEqual([]);
	});

	it('know an opening to the day, the month or the year', () => {
		const openedOn = (cell: Cell) => one('Hengelo', 'Centrum', cell).opening;
		expect(openedOn('31-12-2020')).toMatchObject({ on: '2020-12-31', precision: 'day' });
		expect(openedOn('december 2020')).toMatchObject({ precision: 'month' });
		expect(openedOn({ day: '2020-12-31' })).toMatchObject({ on: '2020-12-31', precision: 'day' });
	});

	it.each([
		['day_first', '2021-04-03'],
		['month_first', '2021-03-04']
	] as const)('read 3/4/2021 with the %s as %s, and ask while nobody said', (order, day) => {
		const file = tablesOf(OPENINGS, ['Hengelo', 'Centrum', '3/4/2021']);
		expect(read(file, order)[0]).toMatchObject({ opening: { on: day }, asks: false, remarks: [] });
		const [asking] = read(file);
		expect([asking!.asks, asking!.opening]).toEqual([true, null]);
		expect(asking!.remarks[0]!.text).toContain('3 april 2021 zijn of 4 maart 2021');
	});

	it.each<[string, Cell[], string]>([
		['a day that is none', ['Hengelo', 'Centrum', 'gauw'], 'openedOn'],
		['a word that is none', ['Hengelo', 'Centrum', '1-2-2021', 'groots'], 'openingForm'],
		['a kind of opening without a day', ['Hengelo', 'Centrum', '', 'volledig'], 'openedOn'],
		['no library', ['', 'Centrum', '1-2-2021'], 'library'],
		['no location', ['Hengelo', '', '1-2-2021'], 'point']
	])('are wrong with %s, at their column', (_what, cells, column) => {
		expect(one(...cells).remarks).toMatchObject([{ column, kind: 'error' }]);
	});

	it('never break, and every remark says something', () => {
		const cell = fc.oneof(
			...[fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null)],
			fc.constantFrom('1/2/21', '2021', 'mei 2020', '-', { day: '2021-02-03' } as const)
		);
		fc.assert(
			fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 6 }), (rows) => {
				for (const { remarks } of read(tablesOf(OPENINGS, ...rows))) {
					expect(remarks.every(({ text }) => text !== '')).toBe(true);
				}
			})
		);
	});
});
