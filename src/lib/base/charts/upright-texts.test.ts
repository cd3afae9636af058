import { describe, expect, it } from 'vitest';
import { shiftAlong } from './upright-texts.ts';

const LINE = { from: 100, to: 400 };

describe('shiftAlong', () => {
	it('leaves a text where nothing stands in its way', () => {
		expect(shiftAlong('start', 80, LINE, [])).toBe(0);
		expect(shiftAlong('start', 80, LINE, [{ from: 300, to: 318 }])).toBe(0);
		expect(shiftAlong('end', 80, LINE, [{ from: 100, to: 118 }])).toBe(0);
	});

	it('moves it down past the signs above it, and up past a text at its foot', () => {
		const signs = [
			{ from: 118, to: 136 },
			{ from: 100, to: 118 }
		];
		expect(shiftAlong('start', 80, LINE, signs)).toBe(39);
		expect(shiftAlong('end', 80, LINE, [{ from: 360, to: 378 }])).toBe(43);
	});

	it('moves it where there is room for it: not between two that are too near', () => {
		const taken = [
			{ from: 100, to: 118 },
			{ from: 160, to: 178 }
		];
		expect(shiftAlong('start', 80, LINE, taken)).toBe(81);
	});

	it('stays at its end when the line is full', () => {
		expect(shiftAlong('start', 280, LINE, [{ from: 100, to: 136 }])).toBe(0);
	});
});
