import { describe, expect, it } from 'vitest';
import { reasonCode, reasonForm } from './reason-form.ts';

const filled = { labelNl: ' Brand ', labelEn: 'Fire', external: 'external', active: 'active' };

describe('the form of a reason', () => {
	it('reads the labels trimmed and the choices as yes or no', () => {
		expect(reasonForm.parse(filled)).toEqual({
			labelNl: 'Brand',
			labelEn: 'Fire',
			external: true,
			active: true
		});
		expect(reasonForm.parse({ ...filled, external: 'own', active: 'inactive' })).toMatchObject({
			external: false,
			active: false
		});
	});

	it.each([
		['no Dutch label', { labelNl: ' ' }],
		['no English label', { labelEn: '' }],
		['an endless label', { labelNl: 'x'.repeat(81) }],
		['no choice', { external: undefined }],
		['another choice', { active: 'perhaps' }]
	])('refuses %s', (_what, wrong) => {
		expect(reasonForm.safeParse({ ...filled, ...wrong }).success).toBe(false);
	});
});

describe('the code of a new reason', () => {
	it.each([
		['Te weinig personeel', 'te_weinig_personeel'],
		['Coöperatie: één!', 'cooperatie_een'],
		['???', 'reden']
	])('of %s is %s', (label, code) => {
		expect(reasonCode(label, new Set())).toBe(code);
	});

	it('is never one that exists', () => {
		expect(reasonCode('Brand', new Set(['brand', 'brand_2']))).toBe('brand_3');
	});
});
