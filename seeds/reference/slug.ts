/**
 * The part of an address that names something: lower case without accents or brackets, words joined
 * by hyphens; "Bibliotheek Kerkrade e.o. (HuB)" becomes "bibliotheek-kerkrade-eo-hub".
 */
export function slugify(name: string): string {
	return name
		.normalize('NFD')
		.replace(/\p{Diacritic}/gu, '')
		.toLowerCase()
		.replaceAll('&', ' en ')
		.replaceAll(/[.'’+]/g, '')
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-|-$/g, '');
}
