import type { Day } from '#lib/base/day/day.ts';

/** A name that somebody searched for, and the municipality that it stands for on the day. */
export interface SearchMeaning {
	name: string;
	/** A town or village in it, a municipality that it took the place of, or another name of it. */
	kind: 'place' | 'former' | 'other';
	code: string;
	municipality: string;
}

/** The open information points that are nearest to a town or village that was searched for. */
export interface NearestOpen {
	place: string;
	municipality: string;
	/** Null when nothing is open in the whole country. */
	nearest: FoundPoint | null;
	/** The nearest within its own municipality, which may be the same; null when none is open there. */
	own: FoundPoint | null;
}

export interface FoundPoint {
	id: number;
	name: string;
	/** As the crow flies. */
	km: number;
}

/** Whose names hold the words of a search, besides what else was asked for. */
export interface FoundNames {
	count: number;
	/** All of them when they are few, else none. */
	names: readonly string[];
}

/** Why a search found what it found: the same place can be found by several. */
export interface SearchMatches {
	libraries: FoundNames;
	/** By their own name, or by that of a place or former municipality in it. */
	municipalities: FoundNames;
	points: FoundNames;
}

/** A name that is written like a search. */
export interface NearName {
	name: string;
	/** The slug of the POI that bears it; null for a place, municipality, province or library. */
	supportInstitute: string | null;
}

/** What there is to say about the words of a search. */
export interface SearchHints {
	matches: SearchMatches;
	/** The province that is called so. */
	province: { slug: string; name: string } | null;
	/** The POI that is called so. */
	supportInstitute: { slug: string; name: string } | null;
	meanings: readonly SearchMeaning[];
	/** For each town or village that is called so, on the day of the facts. */
	nearest: readonly NearestOpen[];
	/** The day asked for when it has passed: then something _was_ nearest. */
	pastDay: Day | null;
	/** When nothing was found: the names that are written most like it, the nearest first. */
	near: readonly NearName[];
}
