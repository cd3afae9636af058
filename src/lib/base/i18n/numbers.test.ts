import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { formatNumber, formatPeople, formatShare, shareOf } from './numbers.ts';

describe('figures for a Dutch reader', () => {
	beforeEach(() => overwriteGetLocale(() => 'nl'));

	it('have Dutch separators', () => {
		expect(formatNumber(17475415)).toBe('17.475.415');
		expect(formatPeople(12_400_000)).toBe('12,4 miljoen');
		expect(formatPeople(999_999)).toBe('999.999');
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
