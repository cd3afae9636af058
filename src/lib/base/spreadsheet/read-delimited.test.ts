import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';
import { readDelimited } from './read-delimited.ts';
import { columnLetters, MOST_ROWS, RefusedFile } from './spreadsheet.ts';

const cellsOf = (text: string) => readDelimited(text).rows.map(({ cells }) => cells);

describe('a text with cells', () => {
	it('is read with any delimiter, quoted or not', () => {
		const words = fc.stringMatching(/^[a-zé0-9][a-zé0-9,;\t"\n' -]*$/);
		const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
			fc.array(fc.array(words, { minLength: width, maxLength: width }), {
				minLength: 1,
				maxLength: 30
			})
		);
		fc.assert(
			fc.property(table, fc.constantFrom(';', ',', '\t'), fc.boolean(), (rows, delimiter, bom) => {
				const text = stringify(rows, { delimiter, quoted: true, bom });
				expect(cellsOf(decodeText(new TextEncoder().encode(text))!)).toEqual(rows);
			})
		);
	});

	it('keeps a decimal comma and a comma in a name in their cell', () => {
		expect(cellsOf('naam;getal\nDe Bibliotheek, Oost;1,5\nb;2,25\n')).toEqual([
			['naam', 'getal'],
			['De Bibliotheek, Oost', '1,5'],
			['b', '2,25']
		]);
		expect(cellsOf('a,b\n"1;2;3",4\n')).toEqual([
			['a', 'b'],
			['1;2;3', '4']
		]);
	});

	it('loses empty rows and columns at the end, and counts rows as a spreadsheet does', () => {
		expect(readDelimited('sep=;\na;b;;\n;;;\n"1\n2";;;\n;;;\n').rows).toEqual([
			{ number: 2, cells: ['a', 'b'] },
			{ number: 4, cells: ['1\n2'] }
		]);
	});

	it('loses the apostrophe that kept it from being a formula, and nothing else', () => {
		expect(cellsOf(`a;b\n'=1+1;'s-Hertogenbosch\n`)[1]).toEqual(['=1+1', "'s-Hertogenbosch"]);
	});

	it('is refused when it is too long or too wide', () => {
		const refusal = (text: string) => {
			try {
				readDelimited(text);
				return null;
			} catch (problem) {
				return problem instanceof RefusedFile ? problem.why : problem;
			}
		};
		expect(refusal('a;b\n'.repeat(MOST_ROWS + 1))).toBe('too_many_rows');
		expect(refusal(`a${';'.repeat(1_000_000)}b`)).toBe('too_many_columns');
		expect(refusal('a;b\n'.repeat(MOST_ROWS))).toBeNull();
	});

	it('never fails otherwise, whatever it is', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(Array.isArray(readDelimited(text).rows)).toBe(true);
			})
		);
	});
});

describe('the bytes of a text', () => {
	const word = fc
		.string({ unit: 'grapheme', minLength: 1 })
		.filter((text) => !/[\0\uFEFF]/.test(text));
	const utf16 = (text: string, little: boolean) => {
		const bytes = Buffer.from(text, 'utf16le');
		return little ? bytes : bytes.swap16();
	};

	it('are UTF-8 with or without mark, or UTF-16 with one', () => {
		fc.assert(
			fc.property(word, fc.boolean(), (text, little) => {
				expect(decodeText(Buffer.from(`\uFEFF${text}`))).toBe(text);
				expect(decodeText(Buffer.from(text))).toBe(text);
				expect(decodeText(utf16(`\uFEFF${text}`, little))).toBe(text);
			})
		);
	});

	it('are UTF-16 without a mark, where it shows', () => {
		for (const little of [true, false]) {
			expect(decodeText(utf16('Naam;Café\r\n', little))).toBe('Naam;Café\r\n');
		}
	});

	it('are of Windows when they are no UTF-8', () => {
		expect(decodeText(Buffer.from('Caf\xe9 \x80 5 \x96', 'latin1'))).toBe('Café € 5 –');
	});

	it('are no text with a zero in it', () => {
		expect(decodeText(Buffer.from('a\0b;c'))).toBeNull();
	});
});

describe('the letters of columns', () => {
	it('count as a spreadsheet does', () => {
		expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
			...['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']
		]);
	});
});
