import { describe, expect, it } from 'vitest';
import { isCommonPassword } from './common-password.ts';
import { makePassword } from './make-password.ts';

describe('a password that is tried first', () => {
	it.each([
		['one character', 'aaaaaaaaaaaa'],
		['four characters', 'abababababcd'],
		['on the list', '1qaz2wsx3edc'],
		['on the list, in capitals', 'QWERTY123456'],
		['a word of the list with a year', 'password2022!'],
		['our own word with a year', 'Bibliotheek2022'],
		['a word twice', 'welkomwelkom'],
		['digits in a row', '123456789012'],
		['letters backwards', 'zyxwvutsrqponm']
	])('is refused: %s', async (_what, password) => {
		expect(await isCommonPassword(password)).toBe(true);
	});

	it.each(['correct paard batterij', 'Mijn oma fietst 3x per week', makePassword()])(
		'is not %s',
		async (password) => {
			expect(await isCommonPassword(password)).toBe(false);
		}
	);
});
