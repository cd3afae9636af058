/** True for names that a reader takes for one: capitals, accents, signs and spaces do not count. */
export function sameName(one: string, other: string): boolean {
	return nameEssence(one) === nameEssence(other);
}

/** What a reader takes a name by: without capitals, accents, signs and spaces. */
export function nameEssence(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}
