import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_ID, readId } from './read-id.ts';

describe('an id from outside', () => {
	it.each(['', '0', '012', '1.5', '-3', 'x', '1e3', ' 7', String(LARGEST_ID + 1), '9'.repeat(14)])(
		'is none when it is "%s"',
		(text) => {
			expect(readId(text)).toBeNull();
		}
	);

	it('is any number that an id can be', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: LARGEST_ID }), (id) => {
				expect(readId(String(id))).toBe(id);
			})
		);
	});
});
