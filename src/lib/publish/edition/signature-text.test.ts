import { describe, expect, it } from 'vitest';
import { checksumsText, parseChecksums } from './checksums.ts';
import { parseSignatureText, signatureText } from './signature-text.ts';

const signed = {
	quarter: '2020-k2',
	fingerprint: 'ab'.repeat(32),
	signedAt: '2022-01-31T10:15:00Z',
	signature: `${'A'.repeat(86)}==`
};

describe('the text of a signature', () => {
	it('has the signature alone on its last line, for tools that read nothing else', () => {
		expect(signatureText(signed).split('\n').slice(-3)).toEqual([
			'Handtekening (base64):',
			signed.signature,
			''
		]);
	});

	it('can be read back', () => {
		expect(parseSignatureText(signatureText(signed))).toEqual(signed);
	});

	it.each(['', 'Kwartaalstand: 2020-k2', signatureText({ ...signed, signature: 'short' })])(
		'is not any text (%#)',
		(text) => {
			expect(parseSignatureText(text)).toBeUndefined();
		}
	);
});

describe('the list of checksums', () => {
	const sums = [
		{ name: 'stand.json', sha256: '1'.repeat(64) },
		{ name: 'stand.csv', sha256: '2'.repeat(64) }
	];

	it('is as sha256sum writes it, by name', () => {
		expect(checksumsText(sums)).toBe(
			`${'2'.repeat(64)}  stand.csv\n${'1'.repeat(64)}  stand.json\n`
		);
	});

	it('can be read back', () => {
		expect(parseChecksums(checksumsText(sums))).toEqual(sums.toReversed());
	});

	it.each(['', 'not a sum', `${'1'.repeat(64)}  ../secret\n`])('is not any text (%#)', (text) => {
		expect(parseChecksums(text)).toBeUndefined();
	});
});
