import { describe, expect, it } from 'vitest';
import type { ReconciliationRow } from './reconciliation-row.ts';
import { placesText, rowSentence } from './texts.ts';

const row: ReconciliationRow = {
	...{ id: 1, counted: 'locations', dated: '2021', appliesOn: '2021-12-31', valueText: '439' },
	...{ unit: '', description: '', source: '', publisher: 'KB' },
	...{ ours: 440, difference: -1, chosen: null, causes: [] }
};
const places = (count: number) =>
	Array.from({ length: count }, (_, at) => {
		return { kind: 'library' as const, key: `${at}`, name: `${at}` };
	});
const cause = (within: number, elsewhere: number) => {
	return { name: 'rounded' as const, count: -1, places: places(within), elsewhere };
};

describe('a published count beside ours, in words', () => {
	it('says what of ours is within the filters, and that the publisher counted the country', () => {
		expect(rowSentence(row)).toBe('KB telde 439 op 31 december 2021; onze telling is 440.');
		expect(rowSentence({ ...row, chosen: 31 }, ['provincie Limburg', 'POI Cubiss'])).toBe(
			'KB telde 439 op 31 december 2021 in heel Nederland; onze telling is 440, waarvan 31 in deze selectie: provincie Limburg; POI Cubiss.'
		);
	});

	it('says how many of the places are shown', () => {
		expect(placesText(cause(1, 0), false)).toBe('Toon de plaats');
		expect(placesText(cause(3, 0), false)).toBe('Toon de 3 plaatsen');
		expect(placesText(cause(1, 4), true)).toBe('Toon de plaats in uw selectie (1 van 5)');
		expect(placesText(cause(2, 4), true)).toBe('Toon de plaatsen in uw selectie (2 van 6)');
	});
});
