import { candidateAt, type Candidate, type CoverageSituation } from './situation.ts';

/** More places than these are not supposed at once; the address stays shareable. */
export const MOST_OPENED = 100;
/** Longer than this no code or id is. */
const LONGEST_VALUE = 12;
const MUNICIPALITY = /^GM\d{4}$/;
const LOCATION = /^[1-9]\d{0,8}$/;

export type OpenProblem = 'not_a_place' | 'unknown_place' | 'too_many';

/** A part of `open` that could not be used. */
export interface IgnoredPlace {
	value: string;
	problem: OpenProblem;
}

export interface AskedPlaces {
	/** Ids of locations and codes of municipalities, each once, in order. */
	places: readonly string[];
	ignored: readonly IgnoredPlace[];
}

/**
 * Reads `open`: which places are supposed to be open. Codes of municipalities (`GM0983`) and ids of
 * locations (`123`), repeated as check boxes send them or separated by commas.
 */
export function parseOpen(params: URLSearchParams): AskedPlaces {
	const words = params
		.getAll('open')
		.flatMap((value) => value.split(','))
		.map((word) => word.trim().toUpperCase())
		.filter(Boolean);
	const isPlace = (word: string) =>
		word.length <= LONGEST_VALUE && (MUNICIPALITY.test(word) || LOCATION.test(word));
	const places = [...new Set(words.filter(isPlace))];
	const strange = [...new Set(words.filter((word) => !isPlace(word)))];
	const tooMany = places[MOST_OPENED];
	return {
		places: places.slice(0, MOST_OPENED),
		ignored: [
			// A few are enough to show what went wrong, however long the address is.
			...strange.slice(0, 3).map((word): IgnoredPlace => ({
				value: word.slice(0, 40).toWellFormed(),
				problem: 'not_a_place'
			})),
			...(tooMany === undefined ? [] : [{ value: tooMany, problem: 'too_many' as const }])
		]
	};
}

export interface Supposed {
	opened: Candidate[];
	ignored: IgnoredPlace[];
}

/**
 * The places of an address in this situation. What is not in the selection, does not exist on that
 * day or is open already is told in `ignored`.
 */
export function supposeOpen(situation: CoverageSituation, places: readonly string[]): Supposed {
	const byId = new Map(situation.candidates.map((candidate) => [candidate.id, candidate]));
	const byCode = new Map(situation.municipalities.map((place) => [place.code, place]));
	const found = places.map((id) => {
		const municipality = byCode.get(id);
		return { id, candidate: byId.get(id) ?? (municipality && candidateAt(municipality)) };
	});
	return {
		opened: found.flatMap(({ candidate }) => (candidate ? [candidate] : [])),
		ignored: found
			.filter(({ candidate }) => !candidate)
			.map(({ id }) => ({ value: id, problem: 'unknown_place' }))
	};
}
