import { describe, expect, it } from 'vitest';
import { readAsked } from './read-asked.ts';

describe('what somebody asks for', () => {
	it.each([
		['Uden', ['Uden']],
		['  den   Bosch ', ['den Bosch']],
		['Dorpsstraat 3, 5401 AB Uden', ['Dorpsstraat 3, Uden', 'Uden']],
		['5401AB Uden', ['Uden']],
		['Hengelo (Bronckhorst)', ['Hengelo (Bronckhorst)']],
		['Uden, ', ['Uden']],
		['-', []],
		['%, 12', []]
	])('%j is looked for as %j', (asked, texts) => {
		expect(readAsked(asked)).toEqual({ texts, onlyPostcode: false });
	});

	it.each(['1234', '1234 AB', '1234ab', ' 5401 AB, '])('%j is only a postcode', (asked) => {
		expect(readAsked(asked)).toEqual({ texts: [], onlyPostcode: true });
	});
});
