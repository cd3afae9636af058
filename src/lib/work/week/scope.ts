/** More libraries than this are not listed to choose from: one types the name. */
export const MOST_CHOICES = 250;

export interface ScopeLibrary {
	id: number;
	slug: string;
	name: string;
	provinceSlug: string;
	provinceName: string;
}

/** What a reader may narrow a list of work to. */
export interface ScopeChoices {
	provinces: readonly { slug: string; name: string }[];
	/** By name; where there are too many only the one that was asked for, if it is there. */
	libraries: readonly ScopeLibrary[];
	tooMany: boolean;
}
