import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	checksumsText,
	KEY_FILE,
	SIGNATURE_FILE,
	SUMS_FILE
} from '#lib/publish/edition/checksums.ts';
import { signatureText } from '#lib/publish/edition/signature-text.ts';
import {
	makeSigningKey,
	readSigningKey,
	sha256,
	signBytes
} from '#lib/server/platform/env/signing-key.ts';
import { verifyEdition } from './verify.ts';

const key = readSigningKey(makeSigningKey())!;
const other = readSigningKey(makeSigningKey())!;

/** A small edition, signed with this key. */
function edition(signer = key, quarter = '2020-k2'): Map<string, Uint8Array> {
	const json = JSON.stringify({ kwartaal: quarter, sleutel: signer.fingerprint });
	const contents = { 'stand.json': json, 'stand.csv': 'cijfer,waarde\r\nlocaties,41\r\n' };
	const files = new Map<string, Uint8Array>(
		Object.entries(contents).map(([name, text]) => [name, Buffer.from(text)])
	);
	const sums = Buffer.from(
		checksumsText([...files].map(([name, bytes]) => ({ name, sha256: sha256(bytes) })))
	);
	const signature = signatureText({
		...{ quarter, fingerprint: signer.fingerprint, signedAt: '2022-01-31T10:00:00Z' },
		signature: signBytes(sums, signer)
	});
	return files
		.set(SUMS_FILE, sums)
		.set(SIGNATURE_FILE, Buffer.from(signature))
		.set(KEY_FILE, Buffer.from(signer.publicKey));
}

const mistakes = (...args: Parameters<typeof verifyEdition>) =>
	verifyEdition(...args)
		.filter(({ ok }) => !ok)
		.map(({ text }) => text);

describe('checking an edition', () => {
	it('finds nothing wrong with one that was not touched', () => {
		expect(mistakes(edition(), { quarter: '2020-k2', fingerprint: key.fingerprint })).toEqual([]);
	});

	it.each(['stand.json', 'stand.csv', SUMS_FILE])(
		'finds any one byte of %s that changed',
		(name) => {
			const length = edition().get(name)?.length ?? 0;
			fc.assert(
				fc.property(
					fc.integer({ min: 0, max: length - 1 }),
					fc.integer({ min: 1, max: 255 }),
					(at, by) => {
						const files = edition();
						const bytes = Uint8Array.from(files.get(name) ?? []);
						bytes[at] = (bytes[at] ?? 0) ^ by;
						expect(mistakes(files.set(name, bytes)).length).toBeGreaterThan(0);
					}
				)
			);
		}
	);

	it('finds a file with its own new checksum, because that is not signed', () => {
		const files = edition().set('stand.csv', Buffer.from('cijfer,waarde\r\nlocaties,99\r\n'));
		const sums = ['stand.csv', 'stand.json'].map((name) => {
			return { name, sha256: sha256(files.get(name) ?? Buffer.alloc(0)) };
		});
		files.set(SUMS_FILE, Buffer.from(checksumsText(sums)));
		expect(mistakes(files)).toEqual([expect.stringContaining('signature does not belong')]);
	});

	it('finds somebody else’s edition, signed with a key of their own', () => {
		expect(mistakes(edition(other), { fingerprint: key.fingerprint })).toEqual([
			'The key is not the one that you trust.'
		]);
	});

	it('finds another quarter behind the address', () => {
		expect(mistakes(edition(), { quarter: '2020-k3' })).toEqual([
			'The signature is of 2020-k2, not of 2020-k3.',
			'It is the edition of 2020-k2, not of 2020-k3.'
		]);
	});

	it.each(['stand.csv', 'stand.json', SUMS_FILE, SIGNATURE_FILE, KEY_FILE])(
		'finds that %s is missing',
		(name) => {
			const files = edition();
			files.delete(name);
			expect(mistakes(files)[0]).toContain(name);
		}
	);
});
