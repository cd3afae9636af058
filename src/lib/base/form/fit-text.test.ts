import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText } from './fit-text.ts';

describe('a text from outside', () => {
	it('has no zero byte and no half character any more, and is else as it was', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const fit = fitText(text);
				expect(fit).not.toContain('\0');
				expect(fit.isWellFormed()).toBe(true);
				expect(fit).toHaveLength(text.length);
				if (text.isWellFormed() && !text.includes('\0')) expect(fit).toBe(text);
			})
		);
	});

	it('keeps words apart', () => {
		expect(fitText('den\0bosch')).toBe('den bosch');
	});
});
