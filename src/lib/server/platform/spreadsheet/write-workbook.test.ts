import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Book } from '#lib/base/spreadsheet/book.ts';
import type { Cell } from '#lib/base/spreadsheet/spreadsheet.ts';
import { readWorkbook } from './read-workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

const bookOf = (rows: Cell[][]): Book => ({
	title: 'Proef',
	sheets: [
		{
			name: 'Gegevens',
			columns: [
				{ header: 'naam', width: 20, kind: 'text' },
				{ header: 'dag', width: 12, kind: 'day' },
				{ header: 'deel', width: 12, kind: 'share' }
			],
			rows
		}
	]
});

/** The parts of a workbook as text, by their name. */
function partsOf(bytes: Uint8Array): Map<string, string> {
	const file = Buffer.from(bytes);
	const parts = new Map<string, string>();
	let at = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
	const count = file.readUInt16LE(at + 10);
	at = file.readUInt32LE(at + 16);
	for (let part = 0; part < count; part += 1) {
		const [size, nameLength] = [file.readUInt32LE(at + 20), file.readUInt16LE(at + 28)];
		const local = file.readUInt32LE(at + 42);
		const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
		const packed = file.subarray(start, start + size);
		const text = file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
		parts.set(file.toString('utf8', at + 46, at + 46 + nameLength), text.toString());
		at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
	}
	return parts;
}

/** Texts with what spreadsheets, XML and escapes stumble over. */
const awkwardText = fc
	.tuple(
		fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', "'", '=HYPERLINK("x")', '_x0041_', '<!--'),
		fc.string({ unit: 'binary' })
	)
	.map((parts) => parts.join(''));

describe('a workbook that is written', () => {
	it('says every text as it is, and has a formula nowhere', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(awkwardText, { minLength: 1, maxLength: 5 }), async (texts) => {
				const bytes = await writeWorkbook(bookOf(texts.map((text) => [text, null, 0.25])));
				const sheet = partsOf(bytes).get('xl/worksheets/sheet1.xml')!;
				expect(sheet).not.toMatch(/<f[\s>]/);
				const [read] = (await readWorkbook(bytes)).sheets;
				const said = read!.rows.slice(1).map(({ cells }) => cells[0] ?? '');
				const whole = (text: string) =>
					text.trim() === '' ? '' : text.toWellFormed().replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
				expect(said.map((text) => whole(String(text)))).toEqual(texts.map(whole));
			}),
			{ numRuns: 60 }
		);
	});

	it.each(['=1+1', '+31', '-2', '@SUM(A1)', '\tx'])(
		'keeps %j a text when it is typed in again',
		async (text) => {
			const parts = partsOf(await writeWorkbook(bookOf([[text, null, null]])));
			const style = /<c r="A2"[^>]* s="(\d+)"/.exec(parts.get('xl/worksheets/sheet1.xml')!)?.[1];
			const [, list = ''] = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(
				parts.get('xl/styles.xml')!
			)!;
			const formats = [...list.matchAll(/<xf\b[^>]*>/g)].map(([xf]) => xf);
			const [, number] = /numFmtId="(\d+)"/.exec(formats[Number(style)]!)!;
			expect(parts.get('xl/styles.xml')).toContain(`numFmtId="${number}" formatCode="@"`);
		}
	);

	it('has real days and numbers, a frozen header and widths', async () => {
		const bytes = await writeWorkbook(bookOf([['a', { day: '2021-03-04' }, 0.125]]));
		const [sheet] = (await readWorkbook(bytes)).sheets;
		expect(sheet!.rows[1]!.cells).toEqual(['a', { day: '2021-03-04' }, 0.125]);
		const xml = partsOf(bytes).get('xl/worksheets/sheet1.xml')!;
		expect(xml).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/);
		expect(xml).toMatch(/<col [^>]*width="20"/);
	});
});
