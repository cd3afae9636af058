import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { changeText } from './labels.ts';
import { readTemplateForm } from './read-template-form.ts';
import { changesBetween, circularSteps, type Step } from './template.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

const step = (milestoneCode: string, said: Partial<Step> = {}): Step => ({
	...{ milestoneCode, nameNl: null, nameEn: null, offsetWeeks: 3, owners: [], evidenceNl: null },
	...{ evidenceEn: null, dependsOn: [], notApplicableAllowed: false },
	...said
});

describe('what changes between two versions', () => {
	it('is told by field, whatever the order of owners', () => {
		const from = [step('training', { owners: ['poi', 'kb'], dependsOn: ['elearning'] })];
		const same = [step('training', { owners: ['kb', 'poi'], dependsOn: ['elearning'] })];
		expect(changesBetween(from, same)).toEqual([]);
		const to = [step('training', { owners: ['poi'], offsetWeeks: null })];
		expect(changesBetween(from, to).map(changeText)).toEqual([
			'Vaardigheidstraining gevolgd, Weken na de aanvraag: ‘3’ wordt ‘–’',
			'Vaardigheidstraining gevolgd, Wie doet het: ‘POI, KB’ wordt ‘POI’',
			'Vaardigheidstraining gevolgd, Wacht op: ‘E-learning gevolgd’ wordt ‘–’'
		]);
	});
});

describe('steps that wait for each other', () => {
	it('are found, also over others', () => {
		const line = [step('a'), step('b', { dependsOn: ['a'] }), step('c', { dependsOn: ['b', 'a'] })];
		expect(circularSteps(line)).toEqual([]);
		expect(circularSteps([step('a', { dependsOn: ['c'] }), ...line.slice(1)])).toEqual([
			'a',
			'b',
			'c'
		]);
	});
});

describe('the form of a version', () => {
	const CODES = ['training', 'opening'];
	const read = (typed: Record<string, string | string[]>) => {
		const form = new FormData();
		const all = { note: 'Sneller', 'weeks.training': '30', 'weeks.opening': '36', ...typed };
		for (const [name, value] of Object.entries(all)) {
			for (const one of [value].flat()) form.append(name, one);
		}
		return readTemplateForm(form, CODES);
	};

	it('reads every field of every step', () => {
		const { steps, note } = read({
			...{ 'nameNl.training': ' Oefenen ', 'nameEn.training': 'Practice' },
			...{ 'owner.training': ['poi', 'niemand'], 'spare.training': 'yes' },
			...{ 'evidenceNl.training': 'Lijst', 'after.opening': ['training', 'x'] }
		});
		expect(note).toBe('Sneller');
		expect(steps).toEqual([
			step('training', {
				...{ nameNl: 'Oefenen', nameEn: 'Practice', offsetWeeks: 30, owners: ['poi'] },
				...{ evidenceNl: 'Lijst', notApplicableAllowed: true }
			}),
			step('opening', { offsetWeeks: 36, dependsOn: ['training'] })
		]);
	});

	it.each<[string, Record<string, string>]>([
		['weeks.training', { 'weeks.training': '12,5' }],
		['weeks.training', { 'weeks.training': '261' }],
		['weeks.opening', { 'weeks.opening': '' }],
		['nameEn.training', { 'nameNl.training': 'Oefenen' }],
		['nameNl.training', { 'nameNl.training': 'x'.repeat(201), 'nameEn.training': 'x' }],
		['after.training', { 'after.training': 'training' }],
		['note', { note: ' ' }]
	])('refuses at %s', (field, typed) => {
		expect(Object.keys(read(typed).errors ?? {})).toEqual([field]);
	});
});
