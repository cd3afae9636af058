import { SUMS_FILE } from './checksums.ts';

/** A signature and what one needs to know to check it. */
export interface SignedSums {
	/** Code of the quarter. */
	quarter: string;
	/** SHA-256 of the public key (DER), in hexadecimal. */
	fingerprint: string;
	/** Moment of signing, in UTC: `2022-01-31T10:15:00Z`. */
	signedAt: string;
	/** Ed25519 over the bytes of `SHA256SUMS`, in base64. */
	signature: string;
}

const LABELS = {
	quarter: 'Kwartaalstand',
	signed: 'Getekend',
	fingerprint: 'Sleutel (SHA-256)',
	signedAt: 'Getekend op',
	signature: 'Handtekening (base64)'
};
const METHOD = `Ed25519 over de bytes van ${SUMS_FILE}`;
const SIGNATURE = /^[A-Za-z0-9+/]{86}==$/;

/** The text of `handtekening.txt`: lines to read, and the signature alone on the last line. */
export function signatureText(signed: SignedSums): string {
	return [
		`${LABELS.quarter}: ${signed.quarter}`,
		`${LABELS.signed}: ${METHOD}`,
		`${LABELS.fingerprint}: ${signed.fingerprint}`,
		`${LABELS.signedAt}: ${signed.signedAt}`,
		`${LABELS.signature}:`,
		signed.signature,
		''
	].join('\n');
}

/** What a `handtekening.txt` says; undefined when it is not one. */
export function parseSignatureText(text: string): SignedSums | undefined {
	const lines = text.trimEnd().split('\n');
	const valueOf = (label: string) =>
		lines.find((line) => line.startsWith(`${label}: `))?.slice(label.length + 2);
	const quarter = valueOf(LABELS.quarter);
	const fingerprint = valueOf(LABELS.fingerprint);
	const signedAt = valueOf(LABELS.signedAt);
	const signature = lines.at(-1) ?? '';
	if (!quarter || !fingerprint || !signedAt || !SIGNATURE.test(signature)) return undefined;
	return { quarter, fingerprint, signedAt, signature };
}
