import { describe, expect, it } from 'vitest';
import { readTableFile, workbookHref } from './table-files.ts';

describe('a file with a table', () => {
	it('is told by its address as CSV and as a workbook', () => {
		expect(readTableFile('witte-vlekken.csv')).toEqual({ name: 'witte-vlekken', kind: 'csv' });
		expect(readTableFile('maten.xlsx')).toEqual({ name: 'maten', kind: 'xlsx' });
		for (const other of ['kaart.png', 'maten', '.csv', 'maten.csv.exe', '../maten.csv', 'a.CSV'])
			expect(readTableFile(other)).toBeNull();
	});

	it('as a workbook has the address of its CSV, with another end', () => {
		expect(workbookHref('/dekking/maten.csv')).toBe('/dekking/maten.xlsx');
		expect(workbookHref('/en/kaart.csv?zoek=a.csv&poi=b')).toBe('/en/kaart.xlsx?zoek=a.csv&poi=b');
	});
});
