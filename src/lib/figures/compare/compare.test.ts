import { describe, expect, it } from 'vitest';
import { changeOf, changesOf, type PointSide, type Side } from './compare.ts';

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

const here: PointSide = {
	...open,
	accessible: true,
	operation: null,
	outsideLibrary: false,
	municipalityCode: 'GM0001',
	municipality: 'Ergens',
	libraryId: 1,
	library: 'Bibliotheek',
	shown: true
};
const closed = { ...here, accessible: false, operation: 'temporarily_closed' };
const online = { ...here, accessible: false, operation: 'online_only' };
const notYet = { ...here, realised: false, accessible: false, openedOn: null };

describe('everything that happened to a point', () => {
	it.each([
		['closed for a while', here, closed, ['temporarily_closed']],
		['opened again', closed, { ...here, operation: 'reopened' }, ['reopened']],
		['works online only', here, online, ['online_only']],
		['opened, and closed for a while since', notYet, closed, ['opened', 'temporarily_closed']],
		['counts outside a library', here, { ...here, outsideLibrary: true }, ['moved_outside']],
		['has another library', here, { ...here, libraryId: 2 }, ['merger']],
		['has another municipality', here, { ...here, municipalityCode: 'GM0002' }, ['merger']],
		['is not asked for any more', here, { ...here, shown: false }, ['left']],
		['was never asked for', { ...here, shown: false }, { ...closed, shown: false }, []],
		['did not change', here, here, []]
	] as const)('%s', (_, before, after, changes) => {
		expect(changesOf(before, after)).toEqual(changes);
	});
});
