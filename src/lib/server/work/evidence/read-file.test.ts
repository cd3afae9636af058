import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { zipOf } from '#lib/server/platform/spreadsheet/zip-of.ts';
import { FILE_TYPES, LARGEST_EVIDENCE_FILE } from '#lib/work/evidence/evidence.ts';
import { readEvidenceFile } from './read-file.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const bytes = (text: string) => Buffer.from(text, 'latin1');
const officeFile = (main: string) =>
	zipOf({
		'[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/a.xml" ContentType="${main}"/></Types>`,
		'a.xml': '<a/>'
	});
const office = 'application/vnd.openxmlformats-officedocument';
const files = {
	pdf: bytes('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n'),
	png: bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\0\0\0\0'),
	jpg: bytes('\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0'),
	xlsx: officeFile(`${office}.spreadsheetml.sheet.main+xml`),
	docx: officeFile(`${office}.wordprocessingml.document.main+xml`)
};
const file = (content: Uint8Array, name: string) => new File([new Uint8Array(content)], name);
const read = (content: Uint8Array, name: string) => readEvidenceFile(file(content, name));

describe('a file of evidence', () => {
	it.each(Object.keys(FILE_TYPES) as (keyof typeof files)[])(
		'is a %s by its content, whatever its name says',
		async (type) => {
			expect(await read(files[type], 'Foto van de opening.exe')).toMatchObject({
				...{ fileType: type, fileName: `Foto van de opening.${type}` },
				content: Buffer.from(files[type])
			});
		}
	);

	it.each([
		['a page', bytes('<!doctype html><script>alert(1)</script>'), 'plan.pdf'],
		['a drawing with scripts', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'plan.png'],
		['a program', bytes('MZ\x90\0\x03'), 'plan.pdf'],
		['a zip', zipOf({ 'a.txt': 'a' }), 'plan.docx'],
		[
			'a workbook with macros',
			officeFile('application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
			'plan.xlsx'
		],
		['text', bytes('zomaar tekst'), 'plan.pdf']
	])('is refused when it is %s', async (_, content, name) => {
		expect(await read(content, name)).toEqual({
			refused: expect.stringContaining('geen pdf, png, jpg, xlsx of docx')
		});
	});

	it('has a name without folders and without signs that break a header', async () => {
		for (const [given, kept] of [
			['C:\\Users\\mij\\verslag.pdf', 'verslag.pdf'],
			['../../etc/passwd', 'passwd.pdf'],
			['a"b\r\nc;d.pdf', 'abc;d.pdf'],
			['...', 'bestand.pdf'],
			[`${'x'.repeat(300)}.pdf`, `${'x'.repeat(195)}.pdf`]
		] as const) {
			expect(await read(files.pdf, given)).toMatchObject({ fileName: kept });
		}
	});

	it('may be left out, and is refused when it is empty or too large', async () => {
		expect(await readEvidenceFile(null)).toBeNull();
		expect(await readEvidenceFile(file(new Uint8Array(), ''))).toBeNull();
		expect(await read(new Uint8Array(), 'leeg.pdf')).toMatchObject({
			refused: expect.stringContaining('leeg')
		});
		const large = Buffer.alloc(LARGEST_EVIDENCE_FILE + 1);
		files.pdf.copy(large);
		expect(await read(large, 'groot.pdf')).toMatchObject({
			refused: expect.stringContaining('10 MB')
		});
	});
});
