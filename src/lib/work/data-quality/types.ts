import type { Pathname } from '$app/types';
import type { Day } from '#lib/base/day/day.ts';

/** What a fact is about, as an address says it. */
export const FACT_KINDS = [
	...(['bibliotheek', 'werkgebied', 'poi', 'gemeente', 'inwoners', 'cijfer', 'doel'] as const),
	...(['gebeurtenis', 'dienstverlener', 'subsidie', 'opening'] as const)
];
export type FactKind = (typeof FACT_KINDS)[number];

/** A fact that nobody has confirmed yet. */
export interface UnconfirmedFact {
	kind: FactKind;
	/** What it is called. */
	name: string;
	/** In English, where that is kept. */
	nameEn: string | null;
	/** Of a library, municipality or location: the address of its page without language. */
	path: Pathname | null;
	source: string;
	confidence: string;
}

/** An address that facts were read at, and what was last seen of it. */
export interface CheckedSource {
	address: string;
	/** On how many facts it stands. */
	facts: number;
	/** Null: nobody looked yet. */
	verdict: 'works' | 'gone' | null;
	checkId: number | null;
	checkedOn: Day | null;
	author: string | null;
}

/** How many there are of each, as the list behind it says. */
export interface QualityCounts {
	unconfirmed: number;
	withoutPlace: number;
	contradictory: number;
	silent: number;
	/** Sources that do not answer any more, and that nobody looked at yet. */
	gone: number;
	unchecked: number;
}
