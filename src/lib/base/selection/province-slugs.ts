/** The twelve provinces as written in addresses, in the order of their names. */
export const PROVINCE_SLUGS: readonly string[] = [
	'drenthe',
	'flevoland',
	'fryslan',
	'gelderland',
	'groningen',
	'limburg',
	'noord-brabant',
	'noord-holland',
	'overijssel',
	'utrecht',
	'zeeland',
	'zuid-holland'
];

/** A province as somebody may write it ("Fryslân", "Friesland", "Noord Brabant"), as a slug. */
export function provinceSlug(word: string): string {
	const slug = word
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.trim()
		.replace(/\s+/g, '-');
	return slug === 'friesland' ? 'fryslan' : slug;
}
