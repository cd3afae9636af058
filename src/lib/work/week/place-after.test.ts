import { describe, expect, it } from 'vitest';
import { placeAfter } from './place-after.ts';

const SHOWN = ['a', 'b', 'c', 'd'];
const after = (answered: string[], left: string[]) =>
	placeAfter(SHOWN, new Set(answered), new Set(left));

describe('where one stands after saving the list of the week', () => {
	it('is the last library that was answered, while it is on the list', () => {
		expect(after(['a', 'c'], SHOWN)).toBe('c');
	});

	it('is the next one when that left the list, and the one before when it was the last', () => {
		expect(after(['b'], ['a', 'c', 'd'])).toBe('c');
		expect(after(['d'], ['a', 'b', 'c'])).toBe('c');
	});

	it('is nowhere when nothing of it is left, or nothing was answered', () => {
		expect(after(['a'], [])).toBeNull();
		expect(after([], SHOWN)).toBeNull();
	});
});
