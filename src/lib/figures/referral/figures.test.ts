import { describe, expect, it } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import { leadSentence } from './figures.ts';
import type { NetworkPartner } from './types.ts';

const PARTNER: NetworkPartner = { type: 'mee', stage: 'afspraak_gemaakt', days: 30 };
const networks = (...partners: NetworkPartner[][]) => ({
	libraries: partners.map((own) => ({ name: 'A', province: 'Overijssel', partners: own }))
});

describe('the sentence about local networks', () => {
	it.each([
		['one library', networks([PARTNER]), 'De bibliotheek kan doorverwijzen'],
		[
			'one library without an agreement',
			networks([{ ...PARTNER, stage: 'in_overleg' }]),
			'nog niet'
		],
		['one of two', networks([PARTNER], []), '1 van de 2 bibliotheken kan doorverwijzen'],
		['two of two', networks([PARTNER], [PARTNER]), '2 van de 2 bibliotheken kunnen doorverwijzen']
	])('of %s never counts one of one', (_of, given, text) => {
		expect(leadSentence(given)).toContain(text);
		expect(leadSentence(given)).not.toMatch(/de 1 /);
	});

	it('nor does that about the kinds of partner, or about provinces', () => {
		const inputs = { type: 'MEE', number: '1', total: '1' };
		expect(m.partner_types_sentence(inputs)).not.toMatch(/de 1 /);
		for (const count of [0, 1]) {
			const said = { behind: count, total: 1, name: 'Overijssel', fact: '2', planned: '3' };
			expect(m.progress_provinces_sentence({ count, ...said })).toMatch(/^Overijssel loopt /);
		}
	});
});
