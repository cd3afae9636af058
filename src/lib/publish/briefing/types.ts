import type { AsOf } from '#lib/base/as-of/as-of.ts';
import type { Headline, MunicipalityStanding } from '#lib/network/standing/types.ts';
import type { SaidOfLate } from '#lib/network/standing/why-late.ts';
import type { Day } from '#lib/base/day/day.ts';
import type { ForecastDates } from '#lib/figures/forecast/dates.ts';
import type { AreaReach } from '#lib/figures/forecast/completeness.ts';
import type { Bought } from '#lib/figures/subsidy/types.ts';
import type { IncompleteDays } from '#lib/figures/reporting-delay/types.ts';

/** How many rows each list has at most, so that the briefing stays one page. */
export const SHOWN = { behind: 5, whiteSpots: 6, next: 6 } as const;

/** A library with milestones that are behind the first plan, and the one that is so longest. */
export interface BehindLibrary {
	slug: string;
	name: string;
	/** Milestones behind, of the library and its locations. */
	milestones: number;
	milestone: string;
	firstPlanOn: Day;
	/** The current plan of that milestone; null when it was withdrawn. */
	planOn: Day | null;
	onHold: boolean;
	/** Why it was planned again last. */
	reasonCode: string | null;
	/** Days since the first plan. */
	days: number;
}

export interface NextOpening {
	id: number;
	name: string;
	municipality: string;
	/** The current plan. */
	planOn: Day | null;
	/** What the adviser expects. */
	forecastOn: Day | null;
}

/** A municipality without a realised point, and what was said of its plan. */
export type WhiteSpot = MunicipalityStanding & { said: SaidOfLate | undefined };

/** The first rows of a list, and how many there are. */
export interface Shown<Row> {
	rows: readonly Row[];
	total: number;
}

/** The headline figures on an earlier day. */
export interface Earlier {
	on: Day;
	headline: Headline;
}

/** Everything that the briefing of a province says on (D, K). */
export interface Briefing {
	province: { slug: string; name: string };
	asOf: AsOf;
	today: Day;
	demoData: boolean;
	headline: Headline;
	/** What there is for the subsidy; null when nothing can be computed. */
	bought: Bought | null;
	/** At the end of the quarter before. */
	quarter: Earlier;
	/** A year before. */
	year: Earlier;
	behind: Shown<BehindLibrary> & { milestones: number };
	whiteSpots: Shown<WhiteSpot> & { inhabitants: number };
	next: Shown<NextOpening>;
	/** Null when there is too little to forecast from, or when it is not there (yet). */
	forecast: (ForecastDates & AreaReach) | null;
	/** The forecast is being made: another request will show it. */
	computing: boolean;
	late: IncompleteDays;
	/** Names of reasons by code. */
	reasons: Readonly<Record<string, { nl: string; en: string }>>;
}
