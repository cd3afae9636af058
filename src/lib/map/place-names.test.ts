import { expect, it } from 'vitest';
import { fitNames } from './place-names.ts';

it('names that have no room beside an earlier one are left out', () => {
	const names = [
		{ x: 100, y: 100, text: 'Zwolle' },
		{ x: 110, y: 104, text: 'Hattem' },
		{ x: 110, y: 130, text: 'Heerde' },
		{ x: 300, y: 100, text: 'Raalte' }
	];
	expect(fitNames(names)).toEqual([true, false, true, true]);
});
