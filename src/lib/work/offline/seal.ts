/** A text that only who has the key can read. */
export interface Sealed {
	iv: Uint8Array<ArrayBuffer>;
	bytes: ArrayBuffer;
}

/** The key of an account, as the server gives it (base64), in a form that cannot be taken out again. */
export const importKey = (base64: string): Promise<CryptoKey> =>
	crypto.subtle.importKey(
		'raw',
		Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
		'AES-GCM',
		false,
		['encrypt', 'decrypt']
	);

/** Encrypts a text, each time anew. */
export async function seal(key: CryptoKey, text: string): Promise<Sealed> {
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const bytes = new TextEncoder().encode(text);
	return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) };
}

/** What was sealed with this key; null when it was another key, or not whole. */
export async function unseal(key: CryptoKey, { iv, bytes }: Sealed): Promise<string | null> {
	try {
		const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes);
		return new TextDecoder().decode(text);
	} catch {
		return null;
	}
}
