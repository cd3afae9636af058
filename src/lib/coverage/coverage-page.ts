import type { Day } from '#lib/day/day.ts';
import type { View } from '#lib/view/view.ts';
import type { CoverageQuery } from './coverage-query.ts';
import type { CoverageFigures } from './measures.ts';
import type { Opening } from './next-opening.ts';
import type { WhiteSpotClass } from './rollout-status.ts';
import type { Candidate } from './situation.ts';
import type { ProvinceName } from './types.ts';

/** A municipality without a realised point. */
export interface WhiteSpot {
	code: string;
	name: string;
	province: ProvinceName;
	status: WhiteSpotClass;
	inhabitants: number;
	/** Actuele planning. */
	planOn: Day | null;
	/** Kilometres from its centroid to the nearest realised point, to a tenth; null without any. */
	distanceKm: number | null;
	/** In the what-if a place opens here. */
	supposed: boolean;
}

/** What would be if the ticked places were open; never a fact. */
export interface WhatIf {
	opened: readonly Candidate[];
	figures: CoverageFigures;
	/** The ticked places in their best order, also those that add nothing. */
	openings: readonly Opening[];
}

/** Everything that the coverage page says, as its files and the API say it too. */
export interface Coverage {
	view: View;
	query: CoverageQuery;
	today: Day;
	demoData: boolean;
	/** Reference date of the counts of inhabitants. */
	countedOn: Day | null;
	figures: CoverageFigures;
	whatIf: WhatIf | null;
	/** Most inhabitants first. */
	whiteSpots: readonly WhiteSpot[];
	/** Inhabitants covered now in the sense of `query.reach`, and the best openings from there. */
	next: { now: number; openings: readonly Opening[] };
	/** Places that are not open yet and not among the best openings, by municipality. */
	others: readonly Candidate[];
	/** Inhabitants covered from each day on which they change, up to the last day with facts. */
	curve: readonly { day: Day; covered: number }[];
	/** Realised points of the country, and of how many only the middle of town or municipality is known. */
	points: { open: number; approximate: number };
}
