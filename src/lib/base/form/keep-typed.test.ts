import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { troubleOf } from './keep-typed.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

describe('what is told of a form that was not taken', () => {
	it('is that no answer came only when none came', () => {
		expect(troubleOf({}, true)).toMatch(/^Er kwam geen antwoord\. We weten niet/);
		expect(troubleOf({ status: 500, error: { message: 'x' } }, true)).toMatch(
			/^Het versturen ging niet goed\. We weten niet/
		);
	});

	it('is where typed text is, unless it was only a button', () => {
		expect(troubleOf({}, true)).toContain('Wat u hebt ingevuld, staat er nog.');
		expect(troubleOf({}, false)).toContain('opnieuw dezelfde knop');
	});

	it('is not that it may stand when the server is certain that it does not', () => {
		const error = { message: 'De schijf van de server is vol.', nothingRecorded: true };
		expect(troubleOf({ status: 500, error }, true)).toBe('De schijf van de server is vol.');
	});
});
