import { deflateRawSync } from 'node:zlib';
import { writeXlsx, type WriteOptions } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { LARGEST_FILE_BYTES, MOST_ROWS, RefusedFile } from '#lib/base/spreadsheet/spreadsheet.ts';
import { rawBook, sheetXml } from '#tests/factories/hostile-files.ts';
import { FileReader } from './file-reader.ts';
import { zipOf } from './zip-of.ts';

const reader = new FileReader();

const read = (bytes: Uint8Array | string) =>
	reader.read(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);

async function refusal(bytes: Uint8Array | string, by = reader): Promise<unknown> {
	try {
		await by.read(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
		return 'read';
	} catch (problem) {
		return problem instanceof RefusedFile ? problem.why : problem;
	}
}

const book = (sheet: Partial<WriteOptions['sheets'][0]>, more: Partial<WriteOptions> = {}) =>
	writeXlsx({ sheets: [{ name: 'Blad', ...sheet }], ...more });

describe('a workbook', () => {
	it('is read with days, numbers, values of formulas, hidden rows and merged cells', async () => {
		const bytes = await book({
			rows: [
				['Planning', null, 'Naam'],
				['a', new Date('2021-03-04'), '=1+1'],
				[null, null, null],
				['a', 12.5, true],
				[null, null, null]
			],
			columns: [{}, { numFmt: 'dd-mm-yyyy' }],
			cells: new Map([['3,1', { formula: '1+1', formulaResult: 12.5, style: { numFmt: '0.0' } }]]),
			rowDefs: new Map([[3, { hidden: true }]]),
			merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }]
		});
		expect(await read(bytes)).toEqual({
			...{ kind: 'xlsx', from1904: false },
			sheets: [
				{
					name: 'Blad',
					rows: [
						{ number: 1, cells: ['Planning', 'Planning', 'Naam'] },
						{ number: 2, cells: ['a', { day: '2021-03-04' }, '=1+1'] },
						{ number: 4, cells: ['a', 12.5, true] }
					]
				}
			]
		});
	});

	it('of the other date system has the same days', async () => {
		const rows = [['dag'], [new Date('2021-03-04')]];
		const bytes = await book({ rows, columns: [{ numFmt: 'dd-mm-yyyy' }] }, { dateSystem: '1904' });
		const { from1904, sheets } = await read(bytes);
		expect([from1904, sheets[0]!.rows[1]!.cells]).toEqual([true, [{ day: '2021-03-04' }]]);
	});

	it('is known by what it is, not by its name', async () => {
		expect((await read('naam;dag\na;1-1-2021\n')).kind).toBe('csv');
	});
});

describe('a hostile file is refused', () => {
	it('when it is empty, too large, or no table', async () => {
		expect(await refusal('')).toBe('empty');
		expect(await refusal(';;;\n;;\n')).toBe('empty');
		expect(await refusal(new Uint8Array(LARGEST_FILE_BYTES + 1))).toBe('too_large');
		expect(await refusal('%PDF-1.4 …')).toBe('not_a_table');
		expect(await refusal('<html><table><tr><td>a</td></tr></table>')).toBe('not_a_table');
		expect(await refusal(new Uint8Array([0x89, 0x50, 0, 1, 2, 3, 0, 0]))).toBe('not_a_table');
		expect(await refusal(zipOf({ 'word/document.xml': '<w/>' }))).toBe('not_a_table');
	});

	it('when it is of the old kind or under a password', async () => {
		const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]);
		expect(await refusal(old)).toBe('old_excel');
		const locked = await book(
			{ rows: [['a']] },
			{ encryption: { password: 'geheim', spinCount: 1_000 } }
		);
		expect(await refusal(locked)).toBe('encrypted');
	});

	it('when it has macros', async () => {
		const bytes = await book({ rows: [['a']] }, { vbaProject: new Uint8Array([1, 2, 3]) });
		expect(await refusal(bytes)).toBe('macros');
	});

	it('when it is cut off or broken anywhere', async () => {
		const bytes = await book({ rows: [['a', 'b']] });
		expect(await refusal(bytes.subarray(0, bytes.length - 40))).toBe('damaged');
		expect(await refusal(bytes.subarray(0, 200))).toBe('damaged');
		expect(await refusal(rawBook('<worksheet><sheetData><row'))).toBeTypeOf('string');
		const flipped = Uint8Array.from(bytes);
		flipped.fill(0xff, 60, 90);
		expect(await refusal(flipped)).toBe('damaged');
	});

	it('when it unpacks to much more than it says', async () => {
		const zeros = deflateRawSync(Buffer.alloc(60_000_000));
		expect(zeros.length).toBeLessThan(100_000);
		const bomb = rawBook('', { 'xl/media/x.bin': Buffer.alloc(60_000_000) });
		expect(await refusal(bomb)).toBe('unpacks_too_large');
		// The size that is told of it is a lie.
		const lie = Buffer.from(bomb);
		for (let at = lie.indexOf('PK\x01\x02'); at >= 0; at = lie.indexOf('PK\x01\x02', at + 4)) {
			lie.writeUInt32LE(10, at + 24);
		}
		expect(await refusal(lie)).toBe('unpacks_too_large');
	});

	it('when it declares entities', async () => {
		const laughs =
			'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' +
			sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>');
		expect(await refusal(rawBook(laughs))).toBe('damaged');
	});

	it('when it has far too many rows or columns', async () => {
		const wide = sheetXml('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>');
		expect(await refusal(rawBook(wide))).toBe('too_many_columns');
		const corner = sheetXml(
			'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
		);
		expect(await refusal(rawBook(corner))).toBeTypeOf('string');
		const million = sheetXml(
			`<row r="1">${Array.from({ length: 1_000_000 }, () => '<c><v>1</v></c>').join('')}</row>`
		);
		expect(['too_many_columns', 'damaged', 'unpacks_too_large']).toContain(
			await refusal(rawBook(million))
		);
		const long = Array.from(
			{ length: MOST_ROWS + 5 },
			(_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`
		);
		expect(await refusal(rawBook(sheetXml(long.join(''))))).toBe('too_many_rows');
	});

	it('when it takes too long, and the next one is read', async () => {
		const hasty = new FileReader(1);
		expect(await refusal('a;b\n1;2\n', hasty)).toBe('takes_too_long');
		expect(await refusal('a;b\n1;2\n')).toBe('read');
	});
});
