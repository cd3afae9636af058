import { randomInt } from 'node:crypto';

/** Without characters that look alike on paper or through a telephone. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A first password to hand over: four groups of five characters, about 99 bits. */
export function makePassword(): string {
	const group = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
	return Array.from({ length: 4 }, group).join('-');
}
