import { describe, expect, it } from 'vitest';
import { isFoundIn } from './in-text.ts';

describe('a text', () => {
	it.each([
		['witte vlek', 'Een witte vlek is een gemeente zonder punt.', true],
		['VLEK witte', 'Witte vlekken', true],
		['vertragingen', 'Vertraging', true],
		['fryslan', 'Provincie Fryslân', true],
		['lek', 'Witte vlekken', false],
		['witte raaf', 'Witte vlekken', false],
		['  ', 'Witte vlekken', false],
		['%_', 'Witte vlekken', false]
	])('looked for by "%s": %s is found: %s', (search, text, found) => {
		expect(isFoundIn(text, search)).toBe(found);
	});
});
