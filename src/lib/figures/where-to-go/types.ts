import type { Place } from '#lib/base/map/distance.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { View } from '#lib/base/selection/view.ts';
import type { OpeningSchedule } from '#lib/network/opening-hours/hours.ts';
import type { WhereToGoQuery } from './query.ts';

/** A place or municipality that somebody may mean. */
export interface MeantPlace extends Place {
	name: string;
	municipality: string;
	code: string;
	kind: 'place' | 'municipality';
	/** The place from which a municipality is measured; null when it is its middle, and for a place. */
	largest: string | null;
}

/** How what was asked was read. */
export type Reading =
	/** Nothing was asked. */
	| 'nothing'
	/** It is the name of the place. */
	| 'named'
	/** It is how the name of one place begins. */
	| 'begun'
	/** One name is written nearly so. */
	| 'nearly'
	/** It may be several; none is chosen. */
	| 'several'
	| 'province'
	| 'postcode'
	| 'unknown';

/** What was asked, and what is answered for. */
export interface FoundPlace {
	reading: Reading;
	/** What the answer is measured from; null when there is none. */
	place: MeantPlace | null;
	/** What else may be meant. */
	others: MeantPlace[];
	/** Other places of the municipality that was asked for. */
	within: MeantPlace[];
}

/** Whether people can go there on the day, and if not why. */
export type NearState =
	'open' | 'hours_unknown' | 'closed_that_day' | 'temporarily_closed' | 'online_only';

/** A point as it was read; people can go there when it is accessible. */
export interface CandidatePoint extends Place {
	id: number;
	name: string;
	library: string;
	librarySlug: string;
	address: string | null;
	postcode: string | null;
	town: string;
	municipality: string;
	/** It stands in the middle of its town or municipality, because its address is not known. */
	approximate: boolean;
	invented: boolean;
	accessible: boolean;
	onlineOnly: boolean;
}

export interface NearPoint extends CandidatePoint {
	km: number;
	state: NearState;
	schedule: OpeningSchedule;
}

/** A point that is to open. */
export interface PlannedPoint extends Place {
	id: number;
	name: string;
	municipality: string;
	planOn: Day;
	invented: boolean;
}

export interface WhereToGo {
	view: View;
	today: Day;
	demoData: boolean;
	query: WhereToGoQuery;
	found: FoundPlace;
	/** The nearest ones that are open on the day, the nearest first. */
	points: NearPoint[];
	/** Nearer than the last of these, or the nearest of all when there are none; but not open on the day. */
	shut: NearPoint[];
	/** The nearest one that is to open, when it is near. */
	planned: (PlannedPoint & { km: number }) | null;
}
