/** A text without case, accents and marks, as `search_text` of the database compares it. */
export function plain(text: string): string {
	return text
		.normalize('NFKD')
		.replaceAll(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/**
 * Whether a text is found: each word looked for begins a word of it. Of a plural or a verb the last
 * letters may differ ("vertragingen" finds "vertraging").
 */
export function isFoundIn(text: string, search: string): boolean {
	const words = plain(text).split(' ');
	const asked = plain(search).split(' ').filter(Boolean);
	return (
		asked.length > 0 &&
		asked.every((ask) => words.some((word) => word.startsWith(ask) || word === stemOf(ask)))
	);
}

/** As {@link isFoundIn}, and also inside a compound: "toeslag" finds "huurtoeslag". For short texts only. */
export function isFoundWithin(text: string, search: string): boolean {
	const asked = plain(search);
	return isFoundIn(text, search) || (asked.length >= 4 && plain(text).includes(asked));
}

/** Without the ending of a Dutch or English plural; short words stay whole. */
function stemOf(word: string): string {
	return word.length > 5 ? word.replace(/(?:en|s)$/, '') : word;
}
