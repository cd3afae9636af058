import { expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { keptAtText } from './kept-text.ts';

const AT = Date.UTC(2022, 0, 31, 8, 4);

it.each([
	['nl', AT + 3_600_000, 'om 9.04 uur'],
	['en', AT + 3_600_000, 'at 9:04'],
	// Amsterdam is an hour ahead: past eleven in the evening UTC it is the next day.
	['nl', Date.UTC(2022, 0, 31, 23, 30), 'op 31 januari 2022 om 09:04']
] as const)('%s: a page says when it was kept, seen at %d: %s', (language, now, text) => {
	overwriteGetLocale(() => language);
	expect(keptAtText(AT, now)).toBe(text);
});
