import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import {
	formatCents,
	formatEuros,
	formatNumber,
	formatPeople,
	formatRoundCents,
	formatShare,
	shareOf
} from './numbers.ts';

describe('figures for a Dutch reader', () => {
	beforeEach(() => overwriteGetLocale(() => 'nl'));

	it('have Dutch separators', () => {
		expect(formatNumber(17475415)).toBe('17.475.415');
		expect(formatPeople(12_400_000)).toBe('12,4 miljoen');
		expect(formatPeople(999_999)).toBe('999.999');
	});

	it('amounts have cents only where there are any', () => {
		expect(formatEuros(1_360_000)).toBe('€\u00a01.360.000');
		expect(formatCents(1_230)).toBe('€\u00a012,30');
		expect(formatRoundCents(1_471_234_076)).toBe('€\u00a014,7 miljoen');
		expect(formatRoundCents(1_250)).toBe('€\u00a013');
		expect(formatCents(-5)).toBe('€\u00a0-0,05');
	});

	it.each([
		[0, '0%'],
		[0.001, '0,1%'],
		[0.62, '62%'],
		[0.9999, '99,9%'],
		[1, '100%']
	])('the share %d is written %s: only all is 100%', (share, text) => {
		expect(formatShare(share)).toBe(text);
	});

	it('a share of nothing is nothing', () => {
		expect(shareOf(0, 0)).toBe(0);
		expect(shareOf(1, 4)).toBe(0.25);
	});
});
