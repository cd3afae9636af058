import { describe, expect, it } from 'vitest';
import { countInquiries, inquiryState, medianDaysToAnswer, type InquiryFacts } from './inquiry.ts';

const asked = (facts: Partial<InquiryFacts> = {}): InquiryFacts => ({
	...{ askedOn: '2022-01-03', dueOn: '2022-01-10', answeredOn: null, withdrawnOn: null },
	...facts
});

describe('how a question stands', () => {
	it.each([
		[{}, '2022-01-02', null],
		[{}, '2022-01-03', 'open'],
		[{}, '2022-01-10', 'open'],
		[{}, '2022-01-11', 'late'],
		[{ answeredOn: '2022-01-10' }, '2022-01-09', 'open'],
		[{ answeredOn: '2022-01-10' }, '2022-01-10', 'answered'],
		[{ answeredOn: '2022-01-11' }, '2022-01-31', 'answered_late'],
		[{ withdrawnOn: '2022-01-11' }, '2022-01-31', 'withdrawn'],
		[{ withdrawnOn: '2022-02-01' }, '2022-01-31', 'late']
	] as const)('%j on %s is %s', (facts, day, state) => {
		expect(inquiryState(asked(facts), day)).toBe(state);
	});

	it('is counted, with the days that answers took', () => {
		const all = [
			asked(),
			asked({ answeredOn: '2022-01-05' }),
			asked({ answeredOn: '2022-01-12' }),
			asked({ askedOn: '2022-02-01', dueOn: '2022-02-10' })
		];
		expect(countInquiries(all, '2022-01-31')).toEqual({
			...{ open: 0, late: 1, answered: 1, answered_late: 1, withdrawn: 0 }
		});
		expect(medianDaysToAnswer(all, '2022-01-31')).toBe(5.5);
		expect(medianDaysToAnswer(all, '2022-01-11')).toBe(2);
		expect(medianDaysToAnswer([asked()], '2022-01-31')).toBeNull();
	});
});
