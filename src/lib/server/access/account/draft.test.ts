import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeDraft, encodeDraft, type Draft } from './draft.ts';

const draft: Draft = {
	path: '/bibliotheken/bibliotheek-borne/bijwerken',
	action: 'plan',
	values: { milestone: 'borging', targetOn: '31-2-2022', note: 'Regel één\nregel “twee” €' }
};

const packed = (text: string) => deflateRawSync(text).toString('base64url');

describe('a draft in a cookie', () => {
	it('comes back as it was typed, on the page of its form', () => {
		expect(decodeDraft(encodeDraft(draft), draft.path)).toEqual(draft);
	});

	it('is not for another page', () => {
		expect(decodeDraft(encodeDraft(draft), '/informatiepunten/1/bijwerken')).toBeUndefined();
	});

	it('has room for the longest note in Dutch', () => {
		const sentence =
			'De gemeente beslist pas in het voorjaar over de huur; wij wachten tot 3 mei. ';
		const note = Array.from({ length: 30 }, (_, index) => `${index} ${sentence}`)
			.join('')
			.slice(0, 2000);
		const long = { ...draft, values: { ...draft.values, note } };
		expect(decodeDraft(encodeDraft(long), long.path)).toEqual(long);
	});

	it('is given up when no cookie could hold it', () => {
		// Characters that follow no pattern cannot be pressed together.
		let seed = 1;
		const next = () => (seed = (seed * 48_271) % 2_147_483_647);
		const note = Array.from({ length: 6_000 }, () => String.fromCharCode(33 + (next() % 90)));
		expect(encodeDraft({ ...draft, values: { note: note.join('') } })).toBeUndefined();
	});

	it.each([
		['nothing', ''],
		['no base64', '%%%'],
		['no deflate', 'AAAA'],
		['no JSON', packed('{')],
		['another shape', packed('{"path":1}')],
		['a bomb', packed(JSON.stringify({ ...draft, values: { note: 'a'.repeat(1_000_000) } }))]
	])('that is rubbish (%s) is none', (_name, text) => {
		expect(decodeDraft(text, draft.path)).toBeUndefined();
	});
});
