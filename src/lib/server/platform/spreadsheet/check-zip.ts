import { inflateRawSync } from 'node:zlib';
import { RefusedFile } from '#lib/base/spreadsheet/spreadsheet.ts';

/** All parts of a workbook together. Twenty thousand full rows are half of it. */
const MOST_UNPACKED = 40_000_000;
const MOST_PARTS = 1_000;

const END = 0x06054b50;
const PART = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

/**
 * Unpacks every part of a workbook once, within bounds, before any library does: what a part says of
 * its size may be a lie. Refuses macros, parts under a password, and XML that declares entities.
 */
export function checkZip(bytes: Uint8Array): void {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let left = MOST_UNPACKED;
	let isWorkbook = false;
	for (const part of partsOf(file)) {
		const name = part.name.toLowerCase();
		if (part.encrypted) throw new RefusedFile('encrypted');
		if (name.endsWith('vbaproject.bin') || name.startsWith('xl/macrosheets/')) {
			throw new RefusedFile('macros');
		}
		const content = unpack(file, part, left);
		left -= content.length;
		// No program that makes workbooks declares anything; what does, wants to be expanded.
		if (content.includes('<!DOCTYPE') || content.includes('<!ENTITY')) {
			throw new RefusedFile('damaged');
		}
		isWorkbook ||= name === 'xl/workbook.xml';
	}
	if (!isWorkbook) throw new RefusedFile('not_a_table');
}

interface Part {
	name: string;
	encrypted: boolean;
	method: number;
	packed: number;
	at: number;
}

/** The parts in the list at the end of the archive. */
function partsOf(file: Buffer): Part[] {
	const end = findEnd(file);
	const count = file.readUInt16LE(end + 10);
	if (count > MOST_PARTS) throw new RefusedFile('unpacks_too_large');
	const parts: Part[] = [];
	let at = file.readUInt32LE(end + 16);
	for (let index = 0; index < count; index += 1) {
		if (at + 46 > file.length || file.readUInt32LE(at) !== PART) throw new RefusedFile('damaged');
		const nameLength = file.readUInt16LE(at + 28);
		parts.push({
			name: file.toString('utf8', at + 46, at + 46 + nameLength),
			encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
			method: file.readUInt16LE(at + 10),
			packed: file.readUInt32LE(at + 20),
			at: file.readUInt32LE(at + 42)
		});
		at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
	}
	return parts;
}

function findEnd(file: Buffer): number {
	const lowest = Math.max(0, file.length - 22 - LONGEST_COMMENT);
	for (let at = file.length - 22; at >= lowest; at -= 1) {
		if (file.readUInt32LE(at) === END) return at;
	}
	throw new RefusedFile('damaged');
}

function unpack(file: Buffer, { at, packed, method }: Part, left: number): Buffer {
	if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL) throw new RefusedFile('damaged');
	const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
	if (start + packed > file.length) throw new RefusedFile('damaged');
	const content = file.subarray(start, start + packed);
	if (method === STORED) {
		if (packed > left) throw new RefusedFile('unpacks_too_large');
		return content;
	}
	if (method !== DEFLATED) throw new RefusedFile('damaged');
	try {
		return inflateRawSync(content, { maxOutputLength: Math.max(1, left) });
	} catch (problem) {
		const tooLarge =
			problem instanceof Error && 'code' in problem && problem.code === 'ERR_BUFFER_TOO_LARGE';
		throw new RefusedFile(tooLarge ? 'unpacks_too_large' : 'damaged');
	}
}
