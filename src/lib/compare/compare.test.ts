import { describe, expect, it } from 'vitest';
import { changeOf, type Side } from './compare.ts';

const side = (given: Partial<Side>): Side => ({
	realised: false,
	openedOn: null,
	planOn: null,
	permanentlyClosed: false,
	...given
});
const open = side({ realised: true, openedOn: '2021-03-01', planOn: '2021-03-01' });
const planned = (planOn: string) => side({ planOn });

describe('what happened to a point between two situations', () => {
	it.each([
		['was planned and is open', planned('2021-02-01'), open, 'opened'],
		['was not there and is open', null, open, 'opened'],
		['was open and is closed', open, side({ permanentlyClosed: true }), 'closed'],
		[
			'was planned and never opened',
			planned('2021-02-01'),
			side({ permanentlyClosed: true }),
			'closed'
		],
		['was open by mistake', open, planned('2021-06-01'), 'corrected'],
		['opened on another day', open, { ...open, openedOn: '2021-03-08' }, 'corrected'],
		['has a later plan', planned('2021-02-01'), planned('2021-05-01'), 'slipped'],
		['has an earlier plan', planned('2021-05-01'), planned('2021-02-01'), 'brought_forward'],
		['has a plan', null, planned('2021-02-01'), 'newly_planned'],
		['has no plan any more', planned('2021-02-01'), side({}), 'withdrawn'],
		['did not change', open, open, null],
		['stayed away', null, null, null],
		['stayed closed', side({ permanentlyClosed: true }), side({ permanentlyClosed: true }), null]
	] as const)('%s', (_, before, after, change) => {
		expect(changeOf(before, after)).toBe(change);
	});
});
