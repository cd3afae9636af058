import { z } from 'zod';
import {
	KEY_FILE,
	parseChecksums,
	SIGNATURE_FILE,
	SUMS_FILE
} from '#lib/publish/edition/checksums.ts';
import { parseSignatureText } from '#lib/publish/edition/signature-text.ts';
import { fingerprintOf, isSignedBy, sha256 } from '#lib/server/platform/env/signing-key.ts';

/** The files of an edition by name, as they were found. */
export type FoundFiles = ReadonlyMap<string, Uint8Array>;

/** One thing that was checked, in plain words. */
export interface Finding {
	ok: boolean;
	text: string;
}

/** What whoever checks knows already. */
export interface Expected {
	/** Code of the quarter that was asked for. */
	quarter?: string | undefined;
	/** Fingerprint of the key that she trusts. */
	fingerprint?: string | undefined;
}

const right = (text: string): Finding => ({ ok: true, text });
const wrong = (text: string): Finding => ({ ok: false, text });

/**
 * Checks an edition from its files alone: that every file is what its checksum says, that the
 * checksums were signed with the key beside them, and that all speak of one quarter.
 */
export function verifyEdition(files: FoundFiles, expected: Expected = {}): Finding[] {
	const sums = files.get(SUMS_FILE);
	if (!sums) return [wrong(`${SUMS_FILE} is missing, so there is nothing to check with.`)];
	return [
		...checkFiles(files, sums),
		...checkSignature(files, sums, expected),
		...checkContent(files, expected)
	];
}

function checkFiles(files: FoundFiles, sums: Uint8Array): Finding[] {
	const listed = parseChecksums(textOf(sums));
	if (!listed) return [wrong(`${SUMS_FILE} is damaged: it is not a list of checksums.`)];
	return listed.map((sum) => {
		const file = files.get(sum.name);
		if (!file) return wrong(`${sum.name} is missing.`);
		return sha256(file) === sum.sha256
			? right(`${sum.name} is as it was frozen.`)
			: wrong(`${sum.name} has been changed: its checksum is another.`);
	});
}

function checkSignature(files: FoundFiles, sums: Uint8Array, expected: Expected): Finding[] {
	const signed = parseSignatureText(textOf(files.get(SIGNATURE_FILE)));
	if (!signed) return [wrong(`${SIGNATURE_FILE} is missing or damaged.`)];
	const publicKey = textOf(files.get(KEY_FILE));
	const fingerprint = keyFingerprint(publicKey);
	if (!fingerprint) return [wrong(`${KEY_FILE} is missing or is not a public key.`)];
	const findings = [
		isSignedBy(sums, signed.signature, publicKey)
			? right(`The signature is right: these checksums were signed with the key ${fingerprint}.`)
			: wrong(`The signature does not belong to these checksums and the key ${fingerprint}.`)
	];
	if (signed.fingerprint !== fingerprint)
		findings.push(wrong(`${SIGNATURE_FILE} names another key: ${signed.fingerprint}.`));
	if (expected.quarter !== undefined && signed.quarter !== expected.quarter)
		findings.push(wrong(`The signature is of ${signed.quarter}, not of ${expected.quarter}.`));
	if (expected.fingerprint !== undefined)
		findings.push(
			fingerprint === expected.fingerprint.toLowerCase()
				? right('The key is the one that you trust.')
				: wrong('The key is not the one that you trust.')
		);
	return findings;
}

const contentShape = z.object({ kwartaal: z.string(), sleutel: z.string() });

/** What the signed data say of themselves has to agree with what was asked for and with the key. */
function checkContent(files: FoundFiles, { quarter }: Expected): Finding[] {
	const content = readJson(textOf(files.get('stand.json')));
	if (!content) return [wrong('stand.json cannot be read.')];
	const findings: Finding[] = [];
	if (quarter !== undefined)
		findings.push(
			content.kwartaal === quarter
				? right(`It is the edition of ${quarter}.`)
				: wrong(`It is the edition of ${content.kwartaal}, not of ${quarter}.`)
		);
	if (content.sleutel !== keyFingerprint(textOf(files.get(KEY_FILE))))
		findings.push(wrong('stand.json names another key than the one beside it.'));
	return findings;
}

function readJson(text: string): z.infer<typeof contentShape> | undefined {
	try {
		return contentShape.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined;
	}
}

function keyFingerprint(publicKey: string): string | undefined {
	try {
		return fingerprintOf(publicKey);
	} catch {
		return undefined;
	}
}

const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');
