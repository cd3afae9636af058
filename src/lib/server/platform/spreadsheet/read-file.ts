import { decodeText } from '#lib/base/spreadsheet/decode-text.ts';
import { readDelimited } from '#lib/base/spreadsheet/read-delimited.ts';
import { LARGEST_FILE_BYTES, RefusedFile, type Tables } from '#lib/base/spreadsheet/spreadsheet.ts';
import { readWorkbook } from './read-workbook.ts';

/** How files begin that are told apart by it; the end of a name says nothing. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const PDF = [0x25, 0x50, 0x44, 0x46];

const beginsWith = (bytes: Uint8Array, start: readonly number[]) =>
	start.every((byte, at) => bytes[at] === byte);

/** What a file holds, by what it is and not by its name. Throws {@link RefusedFile}. */
export async function readFile(bytes: Uint8Array): Promise<Tables> {
	if (bytes.length === 0) throw new RefusedFile('empty');
	if (bytes.length > LARGEST_FILE_BYTES) throw new RefusedFile('too_large');
	if (beginsWith(bytes, COMPOUND))
		throw new RefusedFile(isEncrypted(bytes) ? 'encrypted' : 'old_excel');
	const tables = beginsWith(bytes, ZIP) ? await readWorkbook(bytes) : readText(bytes);
	if (tables.sheets.every(({ rows }) => rows.length === 0)) throw new RefusedFile('empty');
	return tables;
}

function readText(bytes: Uint8Array): Tables {
	const text = beginsWith(bytes, PDF) ? null : decodeText(bytes);
	// A page saved as a table is none: its cells stand in tags.
	if (text === null || /^\s*</.test(text)) throw new RefusedFile('not_a_table');
	return { kind: 'csv', from1904: false, sheets: [readDelimited(text)] };
}

/** A workbook under a password stands in a container of the old kind, with this name in its list. */
function isEncrypted(bytes: Uint8Array): boolean {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
		Buffer.from('EncryptedPackage', 'utf16le')
	);
}
