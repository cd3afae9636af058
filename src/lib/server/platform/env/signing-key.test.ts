import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSignedBy, makeSigningKey, readSigningKey, sha256, signBytes } from './signing-key.ts';

const bytes = Buffer.from('stand');

function newKey() {
	const key = readSigningKey(makeSigningKey());
	if (!key) throw new Error('a new key is not read');
	return key;
}

describe('the key of an installation', () => {
	it('signs what its public half can check', () => {
		const key = newKey();
		const signature = signBytes(bytes, key);
		expect(isSignedBy(bytes, signature, key.publicKey)).toBe(true);
		expect(isSignedBy(Buffer.from('stamd'), signature, key.publicKey)).toBe(false);
		expect(isSignedBy(bytes, signature, newKey().publicKey)).toBe(false);
		expect(isSignedBy(bytes, signature, 'not a key')).toBe(false);
	});

	it('is the same key each time it is read', () => {
		const text = makeSigningKey();
		expect(readSigningKey(text)?.fingerprint).toBe(readSigningKey(text)?.fingerprint);
		expect(text).toMatch(/^[A-Za-z0-9+/]+=*$/);
	});

	it('is an Ed25519 key and nothing else', () => {
		const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
		const text = rsa.export({ type: 'pkcs8', format: 'der' }).toString('base64');
		expect(readSigningKey(text)).toBeUndefined();
		expect(readSigningKey('not a key')).toBeUndefined();
	});
});

it('the checksum is that of FIPS 180-4', () => {
	expect(sha256(Buffer.from('abc'))).toBe(
		'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
	);
});
