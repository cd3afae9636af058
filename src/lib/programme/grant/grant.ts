import type { Cohort } from '#lib/base/selection/filters.ts';
import type { Day } from '#lib/base/day/day.ts';

/** A text in two languages. */
export interface Said {
	nl: string;
	en: string;
}

/** A scheme that pays libraries. */
export interface GrantScheme {
	code: string;
	kind: 'per_inhabitant' | 'per_project';
	name: Said;
	purpose: Said;
	/** The most that it pays to all libraries together over these years; null: no source says. */
	ceiling: { cents: number; firstYear: number; lastYear: number } | null;
	source: string;
}

/** What a scheme pays in a year. */
export interface GrantRate {
	id: number;
	scheme: string;
	year: number;
	/** One of these two. */
	centsPerInhabitant: number | null;
	fixedCents: number | null;
	/** Only libraries of this cohort get it; null: every library. */
	cohort: Cohort | null;
	/** The day whose borders and work areas count; null: no source says. */
	referenceOn: Day | null;
	/** Since when the amount is known; null: before the programme began. */
	holdsFrom: Day | null;
	source: string;
	/** Null: from the reference. */
	recordedOn: Day | null;
}

/** A period in which libraries can apply. */
export interface GrantWindow {
	code: string;
	scheme: string;
	firstYear: number;
	lastYear: number;
	announcedOn: Day | null;
	/** Null: no source says from when. */
	opensOn: Day | null;
	/** The last day. */
	closesOn: Day;
	how: Said;
	source: string;
}

/** An amount that somebody made available. Amounts overlap, so they are never added up. */
export interface FundingSource {
	code: string;
	name: Said;
	amountCents: number;
	/** The source says that it is more than this. */
	isAtLeast: boolean;
	announcedOn: Day | null;
	period: Said | null;
	purpose: Said | null;
	receiver: Said | null;
	source: string;
}

/**
 * The day whose borders and work areas count for a year. No source of the scheme names one, so the
 * first of January of the year is taken (docs/decisions/0071-subsidy-of-a-reference-day.md).
 */
export const referenceDay = ({ referenceOn, year }: Pick<GrantRate, 'referenceOn' | 'year'>): Day =>
	referenceOn ?? `${year}-01-01`;

/** The amounts that were known on a day. */
export const ratesKnown = (rates: readonly GrantRate[], day: Day): GrantRate[] =>
	rates.filter(({ holdsFrom }) => holdsFrom === null || holdsFrom <= day);

/** Of those, the ones whose reference day has come: only then it is known who lives where. */
export const ratesToCompute = (rates: readonly GrantRate[], day: Day): GrantRate[] =>
	ratesKnown(rates, day).filter((rate) => referenceDay(rate) <= day);
