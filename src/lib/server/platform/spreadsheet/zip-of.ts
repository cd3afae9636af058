import { crc32, deflateRawSync } from 'node:zlib';

/** An archive of these parts, for tests: also of what no library would write. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>): Buffer {
	const files: Buffer[] = [];
	const list: Buffer[] = [];
	let at = 0;
	for (const [name, given] of Object.entries(parts)) {
		const content = Buffer.from(given);
		const packed = deflateRawSync(content);
		const about = Buffer.alloc(26);
		about.writeUInt16LE(20, 0);
		about.writeUInt16LE(8, 4);
		about.writeUInt32LE(crc32(content), 10);
		about.writeUInt32LE(packed.length, 14);
		about.writeUInt32LE(content.length, 18);
		about.writeUInt16LE(Buffer.byteLength(name), 22);
		const file = Buffer.concat([Buffer.from('PK\x03\x04'), about, Buffer.from(name), packed]);
		const place = Buffer.alloc(14);
		place.writeUInt32LE(at, 10);
		list.push(
			Buffer.concat([
				Buffer.from('PK\x01\x02'),
				Buffer.from([20, 0]),
				about,
				place,
				Buffer.from(name)
			])
		);
		files.push(file);
		at += file.length;
	}
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(list.length, 8);
	end.writeUInt16LE(list.length, 10);
	end.writeUInt32LE(Buffer.concat(list).length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...files, ...list, end]);
}
