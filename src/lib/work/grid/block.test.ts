import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlock, writeBlock } from './block.ts';

describe('a block on the clipboard', () => {
	it.each([
		[
			'1-3-2021\t2-3-2021\r\n\t-\r\n',
			[
				['1-3-2021', '2-3-2021'],
				['', '-']
			]
		],
		['1-3-2021', [['1-3-2021']]],
		['a\nb\n', [['a'], ['b']]],
		['a\rb', [['a'], ['b']]],
		['"met\ttab"\t"regel\neen"\r\n', [['met\ttab', 'regel\neen']]],
		['"zegt ""ja"""', [['zegt "ja"']]],
		['12" scherm\t"open', [['12" scherm', '"open']]],
		['a\n\nb', [['a'], [''], ['b']]],
		['', [['']]]
	])('%j is read as a spreadsheet wrote it', (text, rows) => {
		expect(readBlock(text)).toEqual(rows);
	});

	it('comes back as it was', () => {
		const cell = fc.oneof(
			fc.string({ maxLength: 12 }),
			fc.constantFrom('', '"', '\t', '\n', '\r\n', '1-3-2021', '"a"')
		);
		const block = fc
			.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
			.chain(([rows, cols]) =>
				fc.array(fc.array(cell, { minLength: cols, maxLength: cols }), {
					...{ minLength: rows, maxLength: rows }
				})
			);
		fc.assert(
			fc.property(block, (rows) => {
				expect(readBlock(writeBlock(rows))).toEqual(rows);
			})
		);
	});

	it('is bounded, whatever is pasted', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('"', '\t', '\r', '\n', 'a') }), (text) => {
				const rows = readBlock(text);
				expect(rows.length).toBeGreaterThan(0);
				expect(rows.every((row) => row.length > 0)).toBe(true);
			})
		);
		expect(readBlock('x\n'.repeat(10_000)).length).toBeLessThanOrEqual(2_001);
		expect(readBlock('x'.repeat(10_000))[0]![0]!.length).toBe(200);
	});
});
