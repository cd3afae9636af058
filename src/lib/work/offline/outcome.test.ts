import type { ActionResult } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import { outcomeOf } from './outcome.ts';

const FIELDS = [
	['madeOn', '2021-05-09'],
	['basedOn.b1-training', '3']
] as const;
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
	expect(outcomeOf(result as ActionResult, FIELDS)).toEqual({ outcome });
});

it('tells a refusal by its sentence, to be sent again as it is', () => {
	const result: ActionResult = { type: 'error', status: 403, error: { message: 'Mag niet.' } };
	expect(outcomeOf(result, FIELDS)).toEqual({
		outcome: 'refused',
		refusal: { said: ['Mag niet.'], theirs: null, again: FIELDS }
	});
});

it('tells what is wrong and what somebody else recorded, and what sending it after all is based on', () => {
	const data = {
		values: { madeOn: '2021-05-10' },
		errors: { 'answer.b1-training': 'Er is iets vastgelegd.' },
		conflicts: [{ theirs: 'Training: gereed', theirsId: 8 }]
	};
	expect(outcomeOf({ type: 'failure', status: 400, data }, FIELDS)).toEqual({
		outcome: 'refused',
		refusal: {
			said: ['Er is iets vastgelegd.'],
			theirs: 'Training: gereed',
			again: again('2021-05-10', '8')
		}
	});
	const without = { ...data, conflicts: [] };
	expect(outcomeOf({ type: 'failure', status: 400, data: without }, FIELDS)).toMatchObject({
		refusal: { theirs: null, again: again('2021-05-10', '3') }
	});
});
