import type { Day } from '#lib/base/day/day.ts';
import type { Cause, Counted } from './reconcile.ts';

export interface NamedPlace {
	kind: 'information_point' | 'library';
	/** The id of the point, or the slug of the library. */
	key: string;
	name: string;
}

/** A published count beside ours. */
export interface ReconciliationRow {
	id: number;
	counted: Counted;
	/** The date as published: a day, a month or a year. */
	dated: string;
	/** The last day that it can mean; ours is of that day. */
	appliesOn: Day;
	valueText: string;
	unit: string;
	/** In the words of who collected it, in English. */
	description: string;
	source: string;
	publisher: string;
	/** Null before the register begins; so is the difference then. */
	ours: number | null;
	difference: number | null;
	/** How many of ours the filters let through; null without filters, and before the register begins. */
	chosen: number | null;
	causes: readonly NamedCause[];
}

/** A cause with the places that it is about, as far as the filters let them through. */
export interface NamedCause extends Cause {
	places: readonly NamedPlace[];
	/** Places that the filters keep away. */
	elsewhere: number;
}
