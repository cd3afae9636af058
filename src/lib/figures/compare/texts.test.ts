import { describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { sideText } from './texts.ts';

describe('what is told of a point in one situation', () => {
	it('says of one that was not there yet that it was not planned, not that we do not know', () => {
		overwriteGetLocale(() => 'nl');
		expect(sideText(null, 'opened')).toBe('Nog niet gepland');
		overwriteGetLocale(() => 'en');
		expect(sideText(null, 'newly_planned')).toBe('Not planned yet');
	});
});
