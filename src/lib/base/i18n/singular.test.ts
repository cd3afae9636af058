import { describe, expect, it } from 'vitest';
import { everyMessage } from '#tests/factories/every-message.ts';

/** What a search or a filter may leave one of, in more than one. */
const PLURALS = {
	nl: /(?<![\d.,–-])\b1 (gemeenten|locaties|organisaties|bibliotheekorganisaties)\b/,
	en: /(?<![\d.,–-])\b1 (municipalities|locations|organisations|library organisations)\b/
};

/** Never said of one: a province, the whole country, a library with several locations, a part of all. */
const NEVER_ONE = [
	'dossier_library_points',
	'dossier_list_lead',
	'dossier_province_lead',
	'dossier_province_lead_none',
	'edition_confirm_counts',
	'edition_gaps_sentence',
	'site_missing_figure',
	'site_standing_figure',
	'view_sentence_covered_now',
	'view_sentence_covered_past'
];

/** One of everything that a message can count. */
const ONE: Record<string, unknown> = new Proxy({}, { get: () => 1, has: () => true });

describe('a sentence about one', () => {
	it.each(['nl', 'en'] as const)('has no plural, in %s', (locale) => {
		const wrong = everyMessage.flatMap(([name, say]) => {
			const text = NEVER_ONE.includes(name) ? '' : say(ONE, { locale });
			return PLURALS[locale].test(text) ? [`${name}: ${text}`] : [];
		});
		expect(wrong).toEqual([]);
	});
});
