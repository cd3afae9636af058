/** A name that somebody searched for, and the municipality that it stands for on the day. */
export interface SearchMeaning {
	name: string;
	/** A town or village in it, a municipality that it took the place of, or another name of it. */
	kind: 'place' | 'former' | 'other';
	code: string;
	municipality: string;
}

/** What there is to say about the words of a search. */
export interface SearchHints {
	/** The province that is called so. */
	province: { slug: string; name: string } | null;
	meanings: readonly SearchMeaning[];
	/** When nothing was found: the names that are written most like it, the nearest first. */
	near: readonly string[];
}
