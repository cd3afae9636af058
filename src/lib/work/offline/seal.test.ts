import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { importKey, seal, unseal } from './seal.ts';

const newKey = () => importKey(randomBytes(32).toString('base64'));
const TEXT = 'Bibliotheek Achterhoekse Poort: gereed – “één”';

it('what is sealed is read with the same key only, and only whole', async () => {
	const key = await newKey();
	const sealed = await seal(key, TEXT);
	expect(await unseal(key, sealed)).toBe(TEXT);
	expect(await unseal(await newKey(), sealed)).toBeNull();
	new Uint8Array(sealed.bytes)[3]! ^= 1;
	expect(await unseal(key, sealed)).toBeNull();
});

it('what is sealed has no word of the text, and looks different each time', async () => {
	const key = await newKey();
	const [one, two] = [await seal(key, TEXT), await seal(key, TEXT)];
	expect(Buffer.from(one.bytes).toString('utf8')).not.toContain('Bibliotheek');
	expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(false);
});

it('the key cannot be taken out', async () => {
	await expect(crypto.subtle.exportKey('raw', await newKey())).rejects.toThrow();
});
