import {
	createHash,
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	sign,
	verify,
	type KeyObject
} from 'node:crypto';

/** The Ed25519 key with which an installation signs. */
export interface SigningKey {
	private: KeyObject;
	/** As PEM, for the public. */
	publicKey: string;
	/** SHA-256 of the public key (DER) in hexadecimal. */
	fingerprint: string;
}

/** A new private key as it is kept and set: PKCS #8 DER in base64, on one line. */
export function makeSigningKey(): string {
	const { privateKey } = generateKeyPairSync('ed25519');
	return privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
}

/** The key of the text that {@link makeSigningKey} makes; undefined when the text is no such key. */
export function readSigningKey(text: string): SigningKey | undefined {
	try {
		const key = createPrivateKey({
			key: Buffer.from(text, 'base64'),
			format: 'der',
			type: 'pkcs8'
		});
		if (key.asymmetricKeyType !== 'ed25519') return undefined;
		const pem = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
		return { private: key, publicKey: pem, fingerprint: fingerprintOf(pem) };
	} catch {
		return undefined;
	}
}

/** SHA-256 of a public key (PEM): of its DER form, in hexadecimal. Throws when it is not a key. */
export function fingerprintOf(publicKey: string): string {
	const der = createPublicKey(publicKey).export({ type: 'spki', format: 'der' });
	return sha256(der);
}

/** Ed25519 over these bytes, in base64. */
export function signBytes(bytes: Uint8Array, key: SigningKey): string {
	return sign(null, bytes, key.private).toString('base64');
}

/** Whether a signature (base64) over these bytes was made with the private half of this key (PEM). */
export function isSignedBy(bytes: Uint8Array, signature: string, publicKey: string): boolean {
	try {
		return verify(null, bytes, createPublicKey(publicKey), Buffer.from(signature, 'base64'));
	} catch {
		return false;
	}
}

/** The SHA-256 of these bytes in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}
