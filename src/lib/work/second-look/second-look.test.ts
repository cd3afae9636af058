import { describe, expect, it } from 'vitest';
import {
	fieldsOf,
	openingState,
	waitingFields,
	type LastLook,
	type LookField
} from './second-look.ts';

const look = (field: LookField, values: Partial<LastLook> = {}): LastLook => ({
	...{ field, verdict: 'approved', reason: null, isAsked: false, reply: null, inquiryId: null },
	...{ on: '2022-01-03', by: 'Els' },
	...values
});
const returned = (field: LookField, isAsked: boolean) =>
	look(field, { verdict: 'returned', reason: 'Klopt dit?', isAsked });

describe('an opening that is looked at', () => {
	it.each([
		['volledig', [], ['unseen', 'unseen'], 'waiting'],
		[null, [], ['unseen'], 'waiting'],
		['volledig', [look('day')], ['approved', 'unseen'], 'waiting'],
		['volledig', [look('day'), look('form')], ['approved', 'approved'], 'approved'],
		['volledig', [look('day'), returned('form', true)], ['approved', 'returned'], 'returned'],
		['volledig', [look('day'), returned('form', false)], ['approved', 'answered'], 'waiting'],
		['kleinschalig', [returned('day', true)], ['returned', 'unseen'], 'waiting'],
		[null, [returned('day', true)], ['returned'], 'returned']
	] as const)('in form %s with %j: %j, so %s', (form, looks, states, whole) => {
		expect(fieldsOf({ form, looks }).map(({ state }) => state)).toEqual(states);
		expect(openingState({ form, looks })).toBe(whole);
	});

	it('waits for the fields that the programme manager has to judge', () => {
		const looks = [returned('day', false)];
		expect(waitingFields({ form: 'volledig', looks }).map(({ field }) => field)).toEqual([
			...['day', 'form']
		]);
	});
});
