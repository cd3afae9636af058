import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlock, writeBlock } from './block.ts';
import { copiedCell, tidyCell } from './cell.ts';
import {
	ChangeHistory,
	fillChanges,
	pasteChanges,
	takeAwayChanges,
	type Cells
} from './changes.ts';

/** Three rows of three; the middle one cannot be filled in. */
function cellsOf(texts: string[][]): Cells & { texts: string[][] } {
	return {
		...{ texts, rows: texts.length, cols: texts[0]!.length },
		keyAt: ({ row, col }) => (row === 1 && col === 1 ? null : `${row}${col}`),
		textOf: (key) => texts[Number(key[0])]![Number(key[1])]!,
		tidy: (text) => tidyCell(text, 'nl')
	};
}
const EMPTY = () => [
	['', '', ''],
	['', '', ''],
	['', '', '']
];
const at = (row: number, col: number) => ({ top: row, bottom: row, left: col, right: col });
const ALL = { top: 0, bottom: 2, left: 0, right: 2 };

describe('pasting', () => {
	it('fills from the corner on, leaves alone where nothing is pasted, and counts what has no place', () => {
		const cells = cellsOf([
			['1 mrt 2021', '', ''],
			['', '', ''],
			['', '', '']
		]);
		const block = readBlock('\t2-3-2021\t3-3-2021\n4-3-2021\t5-3-2021\t6-3-2021\t7-3-2021\n');
		const { changes, skipped } = pasteChanges(block, at(0, 0), cells);
		expect(changes.map(({ key, after }) => [key, after])).toEqual([
			['01', '2 mrt 2021'],
			['02', '3 mrt 2021'],
			['10', '4 mrt 2021'],
			['12', '6 mrt 2021']
		]);
		expect(skipped).toBe(2);
	});

	it('puts one cell in all of the block', () => {
		expect(pasteChanges([['1-3-2021']], ALL, cellsOf(EMPTY()))).toMatchObject({ skipped: 1 });
		expect(pasteChanges([['1-3-2021']], ALL, cellsOf(EMPTY())).changes).toHaveLength(8);
	});

	it('of what was copied there changes nothing', () => {
		const text = fc.constantFrom('', '–', '1 mrt 2021', '31 dec 2022', 'gauw', '12 "x"');
		const table = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), {
			...{ minLength: 3, maxLength: 3 }
		});
		fc.assert(
			fc.property(table, (texts) => {
				const copied = writeBlock(texts.map((row) => row.map(copiedCell)));
				expect(pasteChanges(readBlock(copied), ALL, cellsOf(texts)).changes).toEqual([]);
			})
		);
	});

	it('never breaks, and never names a cell that is not there', () => {
		const corner = fc.integer({ min: 0, max: 2 });
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), corner, corner, (text, row, col) => {
				for (const { key } of pasteChanges(readBlock(text), at(row, col), cellsOf(EMPTY())).changes)
					expect(key).toMatch(/^[0-2]{2}$/);
			})
		);
	});
});

describe('filling down and taking away', () => {
	const texts = [
		['1 mrt 2021', '2 mrt 2021', ''],
		['', '', '9 mrt 2021'],
		['', '', '']
	];
	it('copies the upper cells of the block', () => {
		expect(fillChanges(ALL, cellsOf(texts)).changes.map(({ key, after }) => [key, after])).toEqual([
			['10', '1 mrt 2021'],
			['20', '1 mrt 2021'],
			['21', '2 mrt 2021']
		]);
	});

	it('puts a dash where something stands', () => {
		const { changes } = takeAwayChanges(ALL, cellsOf(texts), '–');
		expect(changes.map(({ key }) => key)).toEqual(['00', '01', '12']);
	});
});

describe('the history of changes', () => {
	it('goes back and forth, and forgets what was undone when something else is done', () => {
		const history = new ChangeHistory();
		const change = (before: string, after: string) => ({ key: 'a', before, after });
		history.add([change('', '1')]);
		history.add([change('1', '2')]);
		expect(history.undo()).toEqual([change('2', '1')]);
		expect(history.redo()).toEqual([change('1', '2')]);
		history.undo();
		history.add([change('1', '3')]);
		expect(history.redo()).toEqual([]);
		expect([history.undo(), history.undo(), history.undo()]).toEqual([
			[change('3', '1')],
			[change('1', '')],
			[]
		]);
	});

	it('undone whole is where it began', () => {
		const step = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.string()), { maxLength: 4 });
		fc.assert(
			fc.property(fc.array(step), (steps) => {
				const texts = new Map<string, string>();
				const history = new ChangeHistory();
				for (const one of steps) {
					const changes = one.map(([key, after]) => {
						const before = texts.get(key) ?? '';
						texts.set(key, after);
						return { key, before, after };
					});
					history.add(changes);
				}
				const end = new Map(texts);
				let undone = 0;
				for (; history.canUndo; undone++)
					for (const { key, after } of history.undo()) texts.set(key, after);
				expect([...texts.values()].every((text) => text === '')).toBe(true);
				for (; undone > 0; undone--)
					for (const { key, after } of history.redo()) texts.set(key, after);
				expect(texts).toEqual(end);
			})
		);
	});
});
