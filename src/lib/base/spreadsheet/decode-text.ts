/** How many of the first bytes tell UTF-16 without a mark from other text. */
const LOOKED_AT = 1_000;

/**
 * The text of a file, by its mark, or else as what it can be: UTF-16 when every other byte is zero,
 * UTF-8, or what a spreadsheet on Windows writes when it is not. Null for what is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
	const encoding = markedAs(bytes) ?? looksLikeUtf16(bytes);
	if (encoding !== null) return new TextDecoder(encoding).decode(bytes);
	if (bytes.includes(0)) return null;
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

type Utf = 'utf-8' | 'utf-16le' | 'utf-16be';

function markedAs([first, second, third]: Uint8Array): Utf | null {
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

/** Of text in letters of ours one half of the bytes is zero, and of the other half none. */
function looksLikeUtf16(bytes: Uint8Array): Utf | null {
	const start = bytes.subarray(0, LOOKED_AT);
	if (bytes.length < 2 || bytes.length % 2 === 1) return null;
	const zeros = [0, 0];
	for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 2]! += 1;
	const many = start.length / 4;
	if (zeros[1]! > many && zeros[0] === 0) return 'utf-16le';
	return zeros[0]! > many && zeros[1] === 0 ? 'utf-16be' : null;
}
