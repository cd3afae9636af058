/** Names of the files of an edition that are about the others. */
export const SUMS_FILE = 'SHA256SUMS';
export const SIGNATURE_FILE = 'handtekening.txt';
export const KEY_FILE = 'sleutel.pem';

/** The SHA-256 of a file in hexadecimal. */
export interface Checksum {
	name: string;
	sha256: string;
}

const LINE = /^([0-9a-f]{64}) [ *]([A-Za-z0-9._-]+)$/;

/** The text of `SHA256SUMS`, as `sha256sum` writes and reads it; files by name. */
export function checksumsText(checksums: readonly Checksum[]): string {
	return checksums
		.toSorted((a, b) => (a.name < b.name ? -1 : 1))
		.map(({ name, sha256 }) => `${sha256}  ${name}\n`)
		.join('');
}

/** What a `SHA256SUMS` says; undefined when a line is not what it should be. */
export function parseChecksums(text: string): Checksum[] | undefined {
	const lines = text.replace(/\n$/, '').split('\n');
	const found = lines.map((line) => LINE.exec(line));
	if (found.some((match) => match === null)) return undefined;
	return found.map((match) => ({ sha256: match?.[1] ?? '', name: match?.[2] ?? '' }));
}
