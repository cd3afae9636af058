/** True for names that a reader takes for one: capitals, accents, signs and spaces do not count. */
export function sameName(one: string, other: string): boolean {
	return essence(one) === essence(other);
}

function essence(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}
