import type { PlanTold } from '#lib/network/standing/plan-told.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { IncompleteDays } from '#lib/figures/reporting-delay/types.ts';
import type { View } from '#lib/base/selection/view.ts';
import type { CoverageQuery } from './coverage-query.ts';
import type { CoverageFigures } from './measures.ts';
import type { Opening } from './next-opening.ts';
import type { WhiteSpotClass } from '#lib/base/status/rollout-status.ts';
import type { Candidate } from './situation.ts';
import type { SpotGroup } from './spot-groups.ts';
import type { ProvinceName } from '#lib/network/standing/types.ts';

/** A municipality without a realised point. */
export interface WhiteSpot {
	code: string;
	name: string;
	province: ProvinceName;
	status: WhiteSpotClass;
	inhabitants: number;
	/** Actuele planning. */
	planOn: Day | null;
	/** What there is to say of the plan beyond its status, for files and for readers. */
	plan: PlanTold;
	/** Kilometres of its inhabitants to the nearest realised point on average, to a tenth; null without any. */
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
	/** The white spots by class. */
	groups: readonly SpotGroup[];
	/** Every white spot, most inhabitants first. */
	whiteSpots: readonly WhiteSpot[];
	/** Inhabitants covered now in the sense of `query.reach`, and the best openings from there. */
	next: { now: number; openings: readonly Opening[] };
	/** Places that are not open yet and not among the best openings, by municipality. */
	others: readonly Candidate[];
	/** Of each municipality that is planned within 90 days the place that is planned first. */
	soon: readonly string[];
	/** Inhabitants covered from each day on which they change, up to the last day with facts. */
	curve: readonly { day: Day; covered: number }[];
	/** Which days of the curve are probably incomplete. */
	late: IncompleteDays;
	/** Realised points of the country, and of how many only the middle of town or municipality is known. */
	points: { open: number; approximate: number };
}
