import { writeXlsx } from 'hucre/xlsx';
import type { FileRefusal } from '#lib/base/spreadsheet/spreadsheet.ts';
import { zipOf } from '#lib/server/platform/spreadsheet/zip-of.ts';

export interface HostileFile {
	name: string;
	bytes: Buffer;
	/** Why it is refused; several where it may be found out in more than one way. */
	why: readonly FileRefusal[];
}

const NAMESPACE = 'http://schemas.openxmlformats.org';
const SPREADSHEET = `${NAMESPACE}/spreadsheetml/2006/main`;
const RELATIONS = `${NAMESPACE}/officeDocument/2006/relationships`;
const PACKAGE = `${NAMESPACE}/package/2006`;

/** A workbook with this as its only sheet, whatever it is. */
export const rawBook = (
	sheet: string | Buffer,
	more: Record<string, string | Buffer> = {}
): Buffer =>
	zipOf({
		'[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
		'_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONS}"><sheets><sheet name="Blad" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		'xl/worksheets/sheet1.xml': sheet,
		...more
	});

/** These rows as the XML of a sheet. */
export const sheetXml = (rows: string): string =>
	`<worksheet xmlns="${SPREADSHEET}"><sheetData>${rows}</sheetData></worksheet>`;

/** Ten files that nobody sends by accident, each of which has to be refused with a sentence. */
export async function hostileFiles(): Promise<HostileFile[]> {
	const good = Buffer.from(await writeXlsx({ sheets: [{ name: 'Blad', rows: [['a', 'b']] }] }));
	const macros = await writeXlsx({
		sheets: [{ name: 'Blad', rows: [['a']] }],
		vbaProject: new Uint8Array([1, 2, 3])
	});
	const locked = await writeXlsx({
		sheets: [{ name: 'Blad', rows: [['a']] }],
		encryption: { password: 'geheim', spinCount: 1_000 }
	});
	const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>')}`;
	const cells = '<c><v>1</v></c>'.repeat(1_000_000);
	return [
		{ name: 'groot.xlsx', bytes: Buffer.alloc(50_000_000, 'a;b\n'), why: ['too_large'] },
		{
			name: 'bom.xlsx',
			bytes: rawBook('', { 'xl/media/x.bin': Buffer.alloc(300_000_000) }),
			why: ['unpacks_too_large']
		},
		{ name: 'lach.xlsx', bytes: rawBook(laughs), why: ['damaged'] },
		{ name: 'macro.xlsm', bytes: Buffer.from(macros), why: ['macros'] },
		{ name: 'verslag.xlsx', bytes: Buffer.from('%PDF-1.4 geen tabel'), why: ['not_a_table'] },
		{ name: 'slot.xlsx', bytes: Buffer.from(locked), why: ['encrypted'] },
		{ name: 'half.xlsx', bytes: good.subarray(0, good.length - 40), why: ['damaged'] },
		{
			name: 'breed.xlsx',
			bytes: rawBook(sheetXml(`<row r="1">${cells}</row>`)),
			why: ['too_many_columns', 'damaged', 'unpacks_too_large']
		},
		{
			name: 'oud.xls',
			bytes: Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]),
			why: ['old_excel']
		},
		{
			name: 'pagina.csv',
			bytes: Buffer.from('<html><table><tr><td>a</td></tr></table>'),
			why: ['not_a_table']
		}
	];
}
