import type { ActionResult } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from './outcome.ts';

const FIELDS = [
	['madeOn', '2021-05-09'],
	['basedOn.b1-training', '3']
] as const;
const SENT = { fields: FIELDS, action: '/mijn-bibliotheken?/record' };
const again = (madeOn: string, basedOn: string) => [
	['madeOn', madeOn],
	['basedOn.b1-training', basedOn]
];

it.each([
	[
		'what was recorded',
		{ type: 'redirect', status: 303, location: '/mijn-bibliotheken' },
		'recorded'
	],
	[
		'a session that ended',
		{ type: 'redirect', status: 303, location: '/inloggen?terug=x' },
		'sign_in'
	],
	['another account', { type: 'error', status: 401, error: { message: 'x' } }, 'sign_in'],
	['a server that fails', { type: 'error', status: 503, error: { message: 'x' } }, 'later'],
	['a server that is asked too much', { type: 'error', status: 429, error: {} }, 'later']
])('tells %s', (_, result, outcome) => {
	expect(outcomeOf(result as ActionResult, SENT)).toEqual({ outcome });
});

it('tells a refusal by its sentence, to be sent again as it is', () => {
	const result: ActionResult = { type: 'error', status: 403, error: { message: 'Mag niet.' } };
	expect(outcomeOf(result, SENT)).toEqual({
		outcome: 'refused',
		refusal: { said: ['Mag niet.'], theirs: null, again: FIELDS, action: SENT.action }
	});
});

it('tells what is wrong and what somebody else recorded, and what sending it after all is based on', () => {
	const data = {
		values: { madeOn: '2021-05-10' },
		errors: { 'answer.b1-training': 'Er is iets vastgelegd.' },
		conflicts: [{ theirs: 'Training: gereed', theirsId: 8 }]
	};
	expect(outcomeOf({ type: 'failure', status: 400, data }, SENT)).toEqual({
		outcome: 'refused',
		refusal: {
			said: ['Er is iets vastgelegd.'],
			theirs: 'Training: gereed',
			again: again('2021-05-10', '8'),
			action: SENT.action
		}
	});
	const without = { ...data, conflicts: [] };
	expect(outcomeOf({ type: 'failure', status: 400, data: without }, SENT)).toMatchObject({
		refusal: { theirs: null, again: again('2021-05-10', '3') }
	});
});

describe('a work sheet', () => {
	const sent = {
		fields: [
			['milestone', 'training'],
			['basedOn', '3'],
			['effectiveOn', '9-5-2021']
		],
		action: '/bibliotheken/x/bijwerken?/achieve'
	} as const;
	const theirs = {
		...{ id: 8, milestoneCode: 'training', kind: 'achieved', effectiveOn: '2021-05-08' },
		...{ targetOn: null, openingForm: null, datePrecision: 'day', recordedOn: '2021-05-09' },
		...{ recordedAt: '2021-05-09T10:00:00Z', loadedOn: null, organisation: 'Rijnbrink' },
		...{ person: null, reason: null, note: null, before: null, corrected: null },
		...{ correctedBy: null, mayUndo: false, mayCorrect: true },
		subject: { level: 'library', slug: 'x', name: 'Bibliotheek X' }
	};
	const refused = (data: unknown) => {
		const said = outcomeOf({ type: 'failure', status: 409, data } as ActionResult, sent);
		return said.outcome === 'refused' ? said.refusal : null;
	};

	it('tells what a colleague recorded, and putting that right is another form', () => {
		const values = { milestone: 'training', basedOn: '8', effectiveOn: '9-5-2021', event: '8' };
		const open = { act: 'correct', plainAct: 'achieve', milestone: 'training', values };
		const refusal = refused({ open, errors: {}, conflict: { theirs, mine: 'x' } });
		expect(refusal?.theirs).toContain('8 mei 2021');
		expect(refusal).toMatchObject({
			said: [],
			again: [
				['milestone', 'training'],
				['basedOn', '8'],
				['effectiveOn', '9-5-2021'],
				['event', '8']
			],
			action: '/bibliotheken/x/bijwerken?/correct'
		});
	});

	it('tells what is wrong with it, and keeps its form', () => {
		const errors = { effectiveOn: 'Kies een dag.' };
		expect(refused({ open: null, errors, conflict: null })).toEqual({
			said: ['Kies een dag.'],
			theirs: null,
			again: sent.fields,
			action: sent.action
		});
	});
});
