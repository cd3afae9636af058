import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvFile, csvFormat, type CsvFormat } from './csv-file.ts';

const COLUMNS = ['naam', 'aantal', 'deel'];
const ABOUT = { peildatum: '2021-12-31' };
const write = (format: CsvFormat, rows: (string | number | null)[][]) =>
	csvFile(COLUMNS, rows, ABOUT, { format });

describe('a table as CSV', () => {
	it('opens in columns with numbers in a spreadsheet in Dutch', () => {
		expect(write('dutch', [['Tiel; Culemborg', 1200, -0.5]])).toBe(
			'\ufeffnaam;aantal;deel;peildatum\r\n"Tiel; Culemborg";1200;-0,5;2021-12-31\r\n'
		);
	});

	it('is RFC 4180 for programs', () => {
		expect(write('rfc4180', [['Tiel; Culemborg', null, 0.25]])).toBe(
			'naam,aantal,deel,peildatum\r\nTiel; Culemborg,,0.25,2021-12-31\r\n'
		);
		expect(
			write('rfc4180', [['De "Boog", Tiel\r\nentree', 1, 2]])
				.split('\r\n')
				.slice(1, 3)
		).toEqual(['"De ""Boog"", Tiel', 'entree",1,2,2021-12-31']);
	});

	it('has the mark of UTF-8 for a spreadsheet in English', () => {
		expect(write('english', [['Tiel', 1, 0.5]])).toBe(
			'\ufeffnaam,aantal,deel,peildatum\r\nTiel,1,0.5,2021-12-31\r\n'
		);
	});

	it('gives back what was put in, either way', () => {
		// Of what looks like a formula the first character is no longer the first.
		const text = fc.string().filter((value) => !/^\s*[=+\-@\t\r\n＝＋－＠]/u.test(value));
		const row = fc.tuple(text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
		fc.assert(
			fc.property(fc.array(row, { minLength: 1 }), fc.boolean(), (rows, dutch) => {
				const read: string[][] = parse(write(dutch ? 'dutch' : 'rfc4180', rows), {
					bom: true,
					delimiter: dutch ? ';' : ',',
					record_delimiter: '\r\n',
					fromLine: 2
				});
				const back = read.map(([name, count, share]) => [
					name,
					Number(count),
					Number(dutch ? share?.replace(',', '.') : share)
				]);
				expect(back).toEqual(rows.map(([name, count, share]) => [name, count, share + 0]));
			})
		);
	});
});

describe('the format of a file', () => {
	it.each([
		['nl', '', 'dutch'],
		['nl', 'scheiding=komma', 'rfc4180'],
		['nl', 'scheiding=onzin', 'dutch'],
		['en', '', 'english'],
		['en', 'scheiding=komma', 'rfc4180']
	] as const)('in %s with "%s" is %s', (locale, query, format) => {
		expect(csvFormat(new URLSearchParams(query), locale)).toBe(format);
	});
});
