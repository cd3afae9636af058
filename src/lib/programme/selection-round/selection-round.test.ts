import { describe, expect, it } from 'vitest';
import { readApplicationForm, readRoundForm } from './read-round-form.ts';
import { closingProblem, criteriaOf, meanScore } from './selection-round.ts';

const given = (values: Record<string, string>) => (name: string) => values[name] ?? '';
const ROUND = {
	...{ nameNl: 'Tweede ronde', nameEn: 'Second round', opensOn: '1 februari 2022' },
	...{ closesOn: '1-3-2022', seats: '15', criteria: ' Spreiding \r\n\n Partners', source: 'brief' }
};

describe('the form of a round', () => {
	it('is read with its days in any writing and a criterion a line', () => {
		expect(readRoundForm(given(ROUND)).said).toEqual({
			...{ nameNl: 'Tweede ronde', nameEn: 'Second round', opensOn: '2022-02-01' },
			...{ closesOn: '2022-03-01', seats: 15, criteria: 'Spreiding\nPartners', source: 'brief' }
		});
	});

	it.each([
		[{ nameNl: '' }, 'nameNl'],
		[{ nameEn: 'x'.repeat(201) }, 'nameEn'],
		[{ opensOn: 'ooit' }, 'opensOn'],
		[{ closesOn: '1-1-2022' }, 'closesOn'],
		[{ seats: '0' }, 'seats'],
		[{ seats: '1.5' }, 'seats'],
		[{ criteria: ' \n ' }, 'criteria'],
		[{ criteria: 'a\n'.repeat(9) }, 'criteria'],
		[{ source: '' }, 'source']
	])('tells what is wrong with %j', (wrong, field) => {
		expect(Object.keys(readRoundForm(given({ ...ROUND, ...wrong })).errors ?? {})).toEqual([field]);
	});
});

describe('the form of an application', () => {
	const APPLICATION = { receivedOn: '10-2-2022', decision: 'selected', score0: '8', score1: '' };

	it('takes a score for each criterion, or none', () => {
		expect(readApplicationForm(given(APPLICATION), 3, 2).said).toEqual({
			...{ libraryId: 3, receivedOn: '2022-02-10', decision: 'selected', scores: [8, null] }
		});
	});

	it.each([
		[{}, null, 'library'],
		[{ receivedOn: '' }, 3, 'receivedOn'],
		[{ decision: 'misschien' }, 3, 'decision'],
		[{ score0: '11' }, 3, 'score0'],
		[{ score1: 'goed' }, 3, 'score1']
	])('tells what is wrong with %j of library %s', (wrong, library, field) => {
		const { errors } = readApplicationForm(given({ ...APPLICATION, ...wrong }), library, 2);
		expect(Object.keys(errors ?? {})).toEqual([field]);
	});
});

it('criteria, means and what keeps a round open', () => {
	expect(criteriaOf({ criteria: 'a\n b \n\nc' })).toEqual(['a', 'b', 'c']);
	expect(meanScore([8, null, 5])).toBe(6.5);
	expect(meanScore([null])).toBeNull();
	const decided = (...decisions: ('applied' | 'selected' | 'not_selected')[]) =>
		closingProblem(
			{ seats: 1 },
			decisions.map((decision) => ({ decision }))
		);
	expect(decided()).toBe('nobody');
	expect(decided('selected', 'applied')).toBe('undecided');
	expect(decided('selected', 'selected')).toBe('too_many');
	expect(decided('selected', 'not_selected')).toBeNull();
});
